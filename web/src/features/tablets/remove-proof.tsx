import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { ownProofQuery } from './queries';

/** Takes the own PIN or badge out of use. */
export function RemoveProof({ kind }: { kind: 'pin' | 'badge' }) {
  const queries = useQueryClient();
  const words = texts.tabletProofs[kind];
  const remove = async () => {
    await unwrap(api.DELETE(`/api/account/${kind}`));
    announce(words.removed);
    await queries.invalidateQueries(ownProofQuery);
  };
  return (
    <ConfirmButton
      label={words.remove}
      question={words.removeQuestion}
      text={words.removeText}
      confirmLabel={words.remove}
      onConfirm={remove}
    />
  );
}
