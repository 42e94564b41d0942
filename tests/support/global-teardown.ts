import { running } from './global-setup';

export default async function tearDown(): Promise<void> {
  await running.neo4j?.stop();
}
