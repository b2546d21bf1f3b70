import { Stack } from '@mantine/core';
import { useState } from 'react';
import { FileForm, type LookedAt } from '../../features/invite-many/file-form';
import { Invited } from '../../features/invite-many/invited';
import { Preview } from '../../features/invite-many/preview';
import type { InvitedPeople } from '../../features/invite-many/requests';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';

const words = texts.inviteMany;

/** Many people from one file: choose, look, invite, hand out. */
export function InviteManyPage() {
  const [looked, setLooked] = useState<LookedAt | null>(null);
  const [invited, setInvited] = useState<InvitedPeople | null>(null);
  return (
    <div>
      <div className="no-print">
        <BackLink href="/konten">{texts.people.backToList}</BackLink>
        <PageHeader title={words.title} intro={words.intro} />
      </div>
      {invited ? (
        <Invited invited={invited} />
      ) : (
        <Stack gap="lg">
          {looked ? (
            <Preview looked={looked} onInvited={setInvited} onOtherFile={() => setLooked(null)} />
          ) : (
            <FileForm onLooked={setLooked} />
          )}
        </Stack>
      )}
    </div>
  );
}
