/** The text of every examples/*.graphql, by name; scripts/build.mjs makes it. */
declare module 'virtual:examples' {
  const files: string[];
  export default files;
}

declare module '*.css';
