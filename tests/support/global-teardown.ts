import { running } from './global-setup';

export default async function tearDown(): Promise<void> {
  await Promise.all((running.servers ?? []).map((server) => server.stop()));
}
