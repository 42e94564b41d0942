import { AnodeError } from '../errors';

/**
 * What a promise gives, or STORE_UNAVAILABLE where it gives nothing for so many milliseconds. The work behind it goes on;
 * what becomes of it then is nobody's concern.
 */
export async function within<T>(milliseconds: number, work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new AnodeError('STORE_UNAVAILABLE', otherwise));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
}
