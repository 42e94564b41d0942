import { choice } from '../model';

export const Confidence = choice('Confidence', 'How sure a claim is.', {
  HIGH: 'Stated by whoever knows, or well established.',
  MEDIUM: 'Plausible, at second hand, or from a single source.',
  LOW: 'Vague, imprecise, or contradicted by a better source.',
});
