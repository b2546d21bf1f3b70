import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Problem } from '../api/problem';
import { useOnline } from '../device/use-online';
import { texts } from '../texts/de';
import { NetworkNote } from './needs-network';
import { RequestId } from './states';
import { useSubmit } from './use-submit';

/** From here on it is the server's fault, and the id of the request helps those who look for it. */
const SERVER_ERROR = 500;

interface ServerFormProps<Values extends object> {
  form: UseFormReturnType<Values>;
  /** Sends the values; throws a `Problem` if the server refuses. */
  send: (values: Values) => Promise<unknown>;
  submitLabel: string;
  disabled?: boolean;
  /** Replaces the general message for problems that need their own (for example a waiting time). */
  explain?: (problem: Problem) => ReactNode;
  /** Further buttons beside the main one. */
  actions?: ReactNode;
  fullWidth?: boolean;
  children: ReactNode;
}

/** A form with one main action whose fields show the server's sentences. Without a network it waits, and says so. */
export function ServerForm<Values extends object>(props: ServerFormProps<Values>) {
  const isOnline = useOnline();
  // Not every form draws itself anew with each key.
  const [isTyped, setIsTyped] = useState(false);
  const send = async (values: Values) => {
    await props.send(values);
    setIsTyped(false);
  };
  const { onSubmit, pending, problem } = useSubmit(props.form, send, isTyped || props.form.isDirty());
  const explained = problem && props.explain?.(problem);
  return (
    <form onSubmit={onSubmit} onInput={() => setIsTyped(true)} noValidate>
      <Stack gap="md">
        {props.children}
        {problem && (explained ?? <FormProblem problem={problem} />)}
        <Group gap="sm" mt="xs">
          <Button
            type="submit"
            size="lg"
            loading={pending}
            disabled={props.disabled === true || !isOnline}
            fullWidth={props.fullWidth}
          >
            {props.submitLabel}
          </Button>
          {props.actions}
        </Group>
        <NetworkNote>{texts.device.needsNetwork.form}</NetworkNote>
      </Stack>
    </form>
  );
}

/** The sentences of a refusal above the button, also for those who do not see the red fields. */
export function FormProblem({ problem }: { problem: Problem }) {
  const many = problem.errors.length > 0;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={many ? texts.common.correctFields : undefined}
    >
      <Stack gap={6}>
        {many ? (
          <List size="sm">
            {problem.errors.map(({ field, message }) => (
              <List.Item key={`${field} ${message}`}>{message}</List.Item>
            ))}
          </List>
        ) : (
          <Text size="sm">{problem.message}</Text>
        )}
        {problem.status >= SERVER_ERROR && <RequestId id={problem.requestId} />}
      </Stack>
    </Alert>
  );
}
