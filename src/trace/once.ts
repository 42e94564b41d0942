/** The same function, which works out its value once for each key. */
export function once<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const value = known.get(key) ?? { value: work(key) };
    known.set(key, value);
    return value.value;
  };
}
