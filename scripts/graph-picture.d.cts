import type { GraphModel } from '../src/model';

export function draw(model: GraphModel): string;
