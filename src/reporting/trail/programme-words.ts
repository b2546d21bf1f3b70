import { action, changed, created } from './action-words.js';

/** What people did with the catalogue, bookings and advice, for trail-words.ts. */
export const PROGRAMME_ACTIONS = {
  'focus_area.update': changed('Schwerpunkt'),
  'module.create': created('Modul'),
  'module.update': changed('Modul'),
  'module_booking.create': action('Modul gewählt', 'hat ein Modul gewählt: {o}'),
  'module_booking.update': action('Modulwahl geändert', 'hat eine Modulwahl geändert: {o}'),
  'module_booking.wish': action(
    'Modul zurück zu „gewünscht“',
    'hat ein Modul zurück zu „gewünscht“ gelegt: {o}',
  ),
  'module_booking.plan': action('Modul geplant', 'hat ein Modul geplant: {o}'),
  'module_booking.deliver': action('Modul durchgeführt', 'hat ein Modul als durchgeführt eingetragen: {o}'),
  'module_booking.cancel': action('Modul ausgefallen', 'hat ein Modul als ausgefallen eingetragen: {o}'),
  'module_booking.remove': action('Modulwahl zurückgenommen', 'hat eine Modulwahl zurückgenommen'),
  'participation.hand_over': action(
    'Materialbox übergeben',
    'hat die Übergabe der Materialbox eingetragen: {o}',
  ),
  'coach_contact.create': action('Beratung eingetragen', 'hat eine Beratung eingetragen'),
  'coach_contact.update': action('Beratung geändert', 'hat eine Beratung geändert'),
  'coach_contact.remove': action('Beratung gelöscht', 'hat eine Beratung gelöscht'),
};
