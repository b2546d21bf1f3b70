import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { BigButton } from './big-button';
import classes from './lap-board.module.css';

const words = texts.gym.laps;

/** Many at once with the lap counter, or metres one by one. */
export function LapViewChoice({ isBoard }: { isBoard: boolean }) {
  const address = useAddress();
  return (
    <div className={classes.views} role="group" aria-label={words.view}>
      <BigButton
        look={isBoard ? 'warm' : 'quiet'}
        aria-pressed={isBoard}
        onClick={() => address.set({ ansicht: null }, { replace: true })}
      >
        {words.board}
      </BigButton>
      <BigButton
        look={isBoard ? 'quiet' : 'warm'}
        aria-pressed={!isBoard}
        onClick={() => address.set({ ansicht: 'einzeln' }, { replace: true })}
      >
        {words.single}
      </BigButton>
    </div>
  );
}
