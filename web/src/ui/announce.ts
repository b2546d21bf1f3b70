import { notifications } from '@mantine/notifications';
import { asProblem } from '../api/problem';
import { texts } from '../texts/de';

/** A short message of success; read out politely by screen readers. */
export function announce(message: string): void {
  notifications.show({ message, role: 'status', color: 'wiese' });
}

/** A message of failure outside a form; stays until closed. */
export function announceProblem(error: unknown): void {
  const problem = asProblem(error);
  notifications.show({
    title: texts.common.errorTitle,
    message: problem.requestId
      ? `${problem.message} ${texts.common.requestId(problem.requestId)}`
      : problem.message,
    role: 'alert',
    color: 'red',
    autoClose: false,
  });
}
