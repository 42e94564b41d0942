/** Says what is being done, with the seconds since the start. */
export function clock() {
  const start = performance.now();
  return (text) => console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${text}`);
}
