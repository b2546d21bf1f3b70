import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondFactor } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { formatInstant } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { secondFactorQuery } from './queries';
import { RenewRecoveryCodes } from './renew-recovery-codes';
import { SetUpSecondFactor } from './set-up-second-factor';
import { SwitchOffSecondFactor } from './switch-off-second-factor';

const words = texts.security.factor;
const FEW_CODES = 3;

type Step = 'none' | 'set-up' | 'codes' | 'off';

/** The own second factor: what it is for, whether it is on, and what can be done about it. */
export function SecondFactorPanel() {
  const factor = useQuery(secondFactorQuery);
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>('none');
  const finish = (said: string | null) => {
    if (said !== null) announce(said);
    setStep('none');
    void queries.invalidateQueries(secondFactorQuery);
  };
  const cancel = () => setStep('none');
  return (
    <Panel title={words.title}>
      {step === 'set-up' && (
        <SetUpSecondFactor headings={3} onDone={() => finish(words.done)} onCancel={cancel} />
      )}
      {step === 'codes' && <RenewRecoveryCodes onDone={() => finish(null)} onCancel={cancel} />}
      {step === 'off' && <SwitchOffSecondFactor onDone={() => finish(words.offDone)} onCancel={cancel} />}
      {step === 'none' && (
        <QueryView query={factor}>
          {(current) => (current.on ? <On factor={current} go={setStep} /> : <Off go={setStep} />)}
        </QueryView>
      )}
    </Panel>
  );
}

function Off({ go }: { go: (step: Step) => void }) {
  return (
    <Stack gap="md" align="flex-start">
      <Text c="dimmed">{words.what}</Text>
      <Text>{words.isOff}</Text>
      <Button variant="default" onClick={() => go('set-up')}>
        {words.start}
      </Button>
    </Stack>
  );
}

function On({ factor, go }: { factor: SecondFactor; go: (step: Step) => void }) {
  const { confirmedAt, recoveryCodesLeft, required } = factor;
  return (
    <Stack gap="md">
      <div>
        {confirmedAt && <Text>{words.isOn(formatInstant(confirmedAt))}</Text>}
        <Text>{words.codesLeft(recoveryCodesLeft)}</Text>
        {required && <Text c="dimmed">{words.requiredNote}</Text>}
      </div>
      {recoveryCodesLeft <= FEW_CODES && (
        <Alert color="sonne" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {words.fewCodes}
        </Alert>
      )}
      <Group gap="sm">
        <Button variant="default" onClick={() => go('codes')}>
          {words.renew}
        </Button>
        <Button variant="default" onClick={() => go('set-up')}>
          {words.replace}
        </Button>
        {!required && (
          <Button variant="subtle" onClick={() => go('off')}>
            {words.off}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
