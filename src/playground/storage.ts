/** The browser's storage, or nothing where it is blocked: tabs then last only as long as the page. */
export const storage = localStorageIfAllowed();

/** For GraphiQL undefined is "use localStorage", and null, which its types leave out, is "store nothing". */
export const storageOfGraphiql = storage ? undefined : (null as unknown as undefined);

function localStorageIfAllowed(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
