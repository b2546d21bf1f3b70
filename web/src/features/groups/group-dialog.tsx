import { Modal } from '@mantine/core';
import type { Group } from '../../api/types';
import { texts } from '../../texts/de';
import { formatSchoolYear } from '../../ui/format';
import { GroupForm } from './group-form';

const words = texts.house.groups;

interface GroupDialogProps {
  institutionId: string;
  schoolYear: number;
  /** The group to change; null for a new one. */
  group: Group | null;
  onClose: () => void;
}

/** Name and size of a group. */
export function GroupDialog({ institutionId, schoolYear, group, onClose }: GroupDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={group ? words.editTitle : words.addTitle(formatSchoolYear(schoolYear))}
    >
      <GroupForm institutionId={institutionId} schoolYear={schoolYear} group={group} onSaved={onClose} />
    </Modal>
  );
}
