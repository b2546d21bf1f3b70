import { Anchor, Text } from '@mantine/core';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { Fact, Facts } from '../../ui/facts';
import { Panel } from '../../ui/panel';
import { FurtherContacts } from '../contacts/further-contacts';
import { MailLink, PhoneLink } from './contact-links';
import { positionText } from './position';

const words = texts.institutions.detail;

interface ContactPanelProps {
  institution: Institution;
  editable: boolean;
}

/** Where the house is and whom to ask there. */
export function ContactPanel({ institution, editable }: ContactPanelProps) {
  const { street, postalCode, city, contactName, contactFunction, phone, email } = institution;
  const place = [postalCode, city].filter(Boolean).join(' ');
  const address = [street, place].filter(Boolean);
  return (
    <Panel title={words.contact}>
      <Facts>
        <Fact term={words.contactName}>
          {[contactName ?? words.unknown, contactFunction].filter(Boolean).join(', ')}
        </Fact>
        <Fact term={words.phone}>{phone && <PhoneLink phone={phone} />}</Fact>
        <Fact term={words.email}>{email && <MailLink email={email} />}</Fact>
        <Fact term={words.address}>
          {address.length === 0
            ? words.unknown
            : address.map((line) => (
                <Text span key={line} display="block">
                  {line}
                </Text>
              ))}
        </Fact>
        <Fact term={words.position}>
          <MapLink institution={institution} />
        </Fact>
      </Facts>
      <FurtherContacts institution={institution} editable={editable} />
    </Panel>
  );
}

function MapLink({ institution: { latitude, longitude } }: { institution: Institution }) {
  if (latitude === null || longitude === null) return words.unknown;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return (
    <>
      {positionText({ latitude, longitude })}
      <Anchor href={href} target="_blank" rel="noreferrer" display="block">
        {words.showOnMap}
      </Anchor>
    </>
  );
}
