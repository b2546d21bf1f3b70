import { IconInfoCircle } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import classes from './how-to.module.css';
import type { Protocol } from './sheet';
import { limitsSentence } from './value-check';

/** How the task is done and what counts, folded away until somebody wants to know. */
export function HowTo({ protocol }: { protocol: Protocol }) {
  return (
    <details className={classes.howTo}>
      <summary>
        <IconInfoCircle size={20} aria-hidden />
        {texts.gym.howTo}
      </summary>
      <p>{protocol.instructions}</p>
      <p>{protocol.counting}</p>
      {protocol.unit !== 'yes_no' && <p>{limitsSentence(protocol)}</p>}
    </details>
  );
}
