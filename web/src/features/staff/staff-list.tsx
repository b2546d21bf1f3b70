import { Group } from '@mantine/core';
import { texts } from '../../texts/de';
import { DialogButton } from '../../ui/dialog-button';
import { AddressSearch, AddressSelect, FilterBar } from '../../ui/filter-bar';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';
import { OnlyInstitution } from '../institutions/address-institution';
import { InstitutionSelect } from '../invitations/institution-select';
import { DownloadMenu } from '../overview/download-menu';
import { readStaff, staffKey, type StaffQuery } from './queries';
import { StaffForm } from './staff-form';
import { StaffTable } from './staff-table';

const words = texts.staff;
const PARAMS = { house: 'einrichtung', who: 'wer', search: 'suche' };

/** The people of a house, or (null) of all houses, with search, and a way to enter somebody. */
export function StaffList({ institutionId }: { institutionId: string | null }) {
  const address = useAddress();
  const former = address.get(PARAMS.who) === 'ehemalige';
  const search = address.get(PARAMS.search);
  const query: StaffQuery = {
    institutionId: institutionId ?? address.get(PARAMS.house) ?? undefined,
    former: former || undefined,
    q: search ?? undefined,
  };
  const pages = usePages([...staffKey, 'list', query], (cursor) => readStaff({ ...query, cursor }));
  const none = former ? words.emptyFormer : search ? words.noneFound : words.empty;
  return (
    <div>
      <Group mb="md" justify="space-between">
        <DialogButton label={words.add} title={words.addTitle} variant="filled" size="md">
          {(close) => <StaffForm institutionId={institutionId} member={null} onSaved={close} />}
        </DialogButton>
        <DownloadMenu of="staff" filter={query} />
      </Group>
      <Filters anyHouse={institutionId === null} />
      <PagedView query={pages} empty={<Empty title={none}>{!former && !search && words.emptyText}</Empty>}>
        {(members) => <StaffTable members={members} institutionId={institutionId} />}
      </PagedView>
    </div>
  );
}

function Filters({ anyHouse }: { anyHouse: boolean }) {
  const address = useAddress();
  return (
    <>
      {anyHouse && (
        <OnlyInstitution
          param={PARAMS.house}
          label={texts.people.onlyInstitution}
          allLabel={texts.people.allInstitutions}
        />
      )}
      <FilterBar params={Object.values(PARAMS)}>
        {anyHouse && !address.get(PARAMS.house) && (
          <InstitutionSelect onChange={(id) => address.set({ [PARAMS.house]: id || null })} />
        )}
        <AddressSearch label={words.search} param={PARAMS.search} />
        <AddressSelect
          label={words.who}
          param={PARAMS.who}
          all={words.current}
          options={[{ value: 'ehemalige', label: words.former }]}
        />
      </FilterBar>
    </>
  );
}
