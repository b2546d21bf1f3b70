import { Anchor, Text } from '@mantine/core';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { Fact, Facts } from '../../ui/facts';
import { Panel } from '../../ui/panel';
import { MailLink, PhoneLink } from './contact-links';

const words = texts.institutions.detail;

export function ContactPanel({ institution }: { institution: Institution }) {
  const { street, postalCode, city, contactName, phone, email } = institution;
  const place = [postalCode, city].filter(Boolean).join(' ');
  const address = [street, place].filter(Boolean);
  return (
    <Panel title={words.contact}>
      <Facts>
        <Fact term={words.contactName}>{contactName ?? words.unknown}</Fact>
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
    </Panel>
  );
}

function MapLink({ institution: { latitude, longitude } }: { institution: Institution }) {
  if (latitude === null || longitude === null) return words.unknown;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return (
    <Anchor href={href} target="_blank" rel="noreferrer">
      {words.showOnMap}
    </Anchor>
  );
}
