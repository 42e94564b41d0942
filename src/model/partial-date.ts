const pattern = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a year, a month or a day that the calendar has: `2024`, `2024-09`, `2024-09-06`. */
export function isPartialDate(text: string): boolean {
  const day = pattern.exec(text)?.[3];
  if (day === undefined) return pattern.test(text);
  return new Date(`${text}T00:00:00Z`).getUTCDate() === Number(day);
}
