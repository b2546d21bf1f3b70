import { useLocation } from 'wouter';
import { useOnline } from '../../device/use-online';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { useSignOut } from './session';

interface Leave {
  leave: () => void;
  pending: boolean;
  /** Only the server can end a session: without a network nobody can sign out. */
  canLeave: boolean;
}

/** Signs out on purpose: back to the door, with a word about entries that stay behind on the device. */
export function useLeave(): Leave {
  const signOut = useSignOut();
  const [, navigate] = useLocation();
  const canLeave = useOnline();
  const leave = async () => {
    const waiting = outbox.getSnapshot().entries.length;
    try {
      await signOut.mutateAsync();
      navigate('/anmelden', { replace: true });
      if (waiting > 0) announce(texts.session.account.waitingOnSignOut(waiting));
    } catch (error) {
      announceProblem(error);
    }
  };
  return { leave: () => void leave(), pending: signOut.isPending, canLeave };
}
