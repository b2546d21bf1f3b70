import { Alert, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import type { CertificateVerification } from '../api/types';
import { formatUnits } from '../features/certificates/certificate-table';
import { verifyCertificate } from '../features/certificates/queries';
import { texts } from '../texts/de';
import { Fact, Facts } from '../ui/facts';
import { formatDate } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { FormProblem, ServerForm } from '../ui/server-form';

const words = texts.certificates.verify;

/** Whether a certificate is real, for whoever holds it in hands. A code behind the # is checked at once: it comes from the QR code. */
export function VerifyPage() {
  const [scanned, setScanned] = useState(codeInAddress);
  useEffect(() => {
    const read = () => setScanned(codeInAddress());
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return <Verifier key={scanned} scanned={scanned} />;
}

const codeInAddress = (): string => window.location.hash.slice(1);

function Verifier({ scanned }: { scanned: string }) {
  const [result, setResult] = useState<CertificateVerification | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({
    mode: 'controlled',
    initialValues: { code: scanned },
    validate: { code: (code) => (code.trim() === '' ? words.codeMissing : null) },
  });
  useEffect(() => {
    if (scanned === '') return;
    verifyCertificate(scanned).then(setResult, (error: unknown) => setProblem(asProblem(error)));
  }, [scanned]);
  const send = async ({ code }: { code: string }) => {
    setProblem(null);
    setResult(null);
    setResult(await verifyCertificate(code));
  };
  return (
    <Paper p={{ base: 'lg', sm: 'xl' }} radius="lg" withBorder shadow="sm" maw={560} w="100%">
      <PageHeader title={words.title} intro={words.intro} />
      <Stack gap="lg">
        <ServerForm form={form} send={send} submitLabel={words.submit} fullWidth>
          <TextInput
            label={words.code}
            description={words.codeHint}
            placeholder="XXXX-XXXX-XXXX-XXXX-XXXX"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            {...form.getInputProps('code')}
          />
        </ServerForm>
        {problem && <FormProblem problem={problem} />}
        <div aria-live="polite">{result && <Result result={result} />}</div>
      </Stack>
    </Paper>
  );
}

function Result({ result: { valid, title, days, teachingUnits } }: { result: CertificateVerification }) {
  if (!valid) {
    return (
      <Alert color="red" variant="light" title={words.invalidTitle} icon={<IconCircleX aria-hidden />}>
        {words.invalidText}
      </Alert>
    );
  }
  return (
    <Alert color="wiese" variant="light" title={words.validTitle} icon={<IconCircleCheck aria-hidden />}>
      <Stack gap="sm">
        <Facts>
          <Fact term={words.training}>{title}</Fact>
          <Fact term={words.days}>{days?.map(formatDate).join(', ')}</Fact>
          <Fact term={words.units}>
            {teachingUnits !== null && words.unitsOf(formatUnits(teachingUnits))}
          </Fact>
        </Facts>
        <Text size="sm">{words.validText}</Text>
      </Stack>
    </Alert>
  );
}
