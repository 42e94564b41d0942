/** One tab of the playground, as GraphiQL's `defaultTabs` wants it. */
export interface Example {
  readonly query: string;
  readonly variables: string;
}

/** The variables of an example are a comment at its end: `# variables: { … }`, over as many lines as they need. */
const trailingVariables = /^# variables:(.*(?:\n#.*)*)\s*$/m;

/** Reads a file of examples/. The tab is titled by the name of its operation. */
export function parseExample(text: string): Example {
  const found = trailingVariables.exec(text);
  if (!found) return { query: text, variables: '' };
  return {
    query: `${text.slice(0, found.index).trimEnd()}\n`,
    variables: (found[1] ?? '').replaceAll(/^# ?/gm, '').trim(),
  };
}
