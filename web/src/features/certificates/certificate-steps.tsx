import { Button, Menu, Modal } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { Certificate } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { reissueCertificate, useCertificatesChanged, withdrawCertificate } from './queries';
import { ReasonForm } from './reason-form';

const words = texts.certificates.training;
type Step = 'reissue' | 'withdraw';

/** What coordinators may do with one that is out already. */
export function CertificateSteps({ certificate }: { certificate: Certificate }) {
  const [step, setStep] = useState<Step | null>(null);
  const { personName, state } = certificate;
  const close = () => setStep(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant={state === 'outdated' ? 'filled' : 'default'}
            size="sm"
            aria-label={words.changeOf(personName)}
            rightSection={<IconChevronDown size={18} aria-hidden />}
          >
            {words.change}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item h={44} onClick={() => setStep('reissue')}>
            {words.reissue}
          </Menu.Item>
          <Menu.Item h={44} onClick={() => setStep('withdraw')}>
            {words.withdraw}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={step !== null}
        onClose={close}
        size="lg"
        title={step === 'withdraw' ? words.withdrawOf(personName) : words.reissueOf(personName)}
      >
        {step === 'reissue' && <Reissue certificate={certificate} onDone={close} />}
        {step === 'withdraw' && <Withdraw certificate={certificate} onDone={close} />}
      </Modal>
    </>
  );
}

interface StepProps {
  certificate: Certificate;
  onDone: () => void;
}

function Reissue({ certificate, onDone }: StepProps) {
  const changed = useCertificatesChanged();
  // Made with the dialog: sending twice makes one.
  const [id] = useState(newId);
  const send = async (reason: string) => {
    await reissueCertificate(certificate, { id, reason });
    announce(words.reissued(certificate.personName));
    onDone();
    await changed();
  };
  return <ReasonForm text={words.reissueText} submitLabel={words.reissue} send={send} />;
}

function Withdraw({ certificate, onDone }: StepProps) {
  const changed = useCertificatesChanged();
  const send = async (reason: string) => {
    await withdrawCertificate(certificate, reason);
    announce(words.withdrawn(certificate.personName));
    onDone();
    await changed();
  };
  return <ReasonForm text={words.withdrawText} submitLabel={words.withdraw} send={send} />;
}
