import type { editor } from 'monaco-graphql/esm/monaco-editor.js';

/**
 * Monaco frames letters that could be mistaken for others, as in source code. Answers are prose: a dash in
 * “January–July” is no attack. The chunk imported here is the one that GraphiQL itself loads; either may be first.
 */
void import('monaco-graphql/esm/monaco-editor.js').then((monaco) => {
  const calm = (each: editor.ICodeEditor) => {
    each.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } });
  };
  monaco.editor.getEditors().forEach(calm);
  monaco.editor.onDidCreateEditor(calm);
});
