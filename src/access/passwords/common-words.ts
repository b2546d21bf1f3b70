/**
 * What guessing programs try first, shortened to what can make up a password of 15 signs: the base words of the usual lists of leaked
 * passwords (German and English), runs on a German and an English keyboard, and words that hang on the wall in this programme.
 */
export const COMMON_WORDS: readonly string[] = (
  'password passwort passwords kennwort geheim geheimnis secret letmein welcome willkommen hallo hello admin administrator root master ' +
  'login anmelden benutzer user test testen tester demo gast guest start start123 changeme default standard computer internet windows office ' +
  'qwertz qwerty qwertzuiop qwertyuiop asdfgh asdfghjkl yxcvbnm zxcvbnm qaywsx 1q2w3e4r q1w2e3r4 1qay2wsx abcdef abcdefg abcdefgh abc123 abcd ' +
  '1234567890 123456789 12345678 1234567 123456 12345 1234 123 0987654321 987654321 87654321 7654321 654321 54321 4321 321 ' +
  '111111 000000 121212 112233 123123 123321 666666 777777 888888 999999 ' +
  'schatz schatzi liebe iloveyou ichliebedich sonne sonnenschein sunshine princess prinzessin engel angel dragon drache monkey football fussball ' +
  'baseball superman batman starwars pokemon michael daniel thomas andreas stefan christian alexander julia anna lisa laura sarah hannah ' +
  'familie mama papa mutter vater hase maus baer hund katze tiger mickey sommer winter fruehling frühling herbst januar februar maerz märz april ' +
  'juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag ' +
  'deutschland germany berlin hamburg muenchen münchen schalke schalke04 dortmund borussia bvb bochum gelsenkirchen ruhrgebiet nrw ' +
  'olympia olympiade olympisch ruft machmit mitmachen mach mit symbioun herne wanne eickel sodingen bildungsbuero bildungsbüro stadt ' +
  'kita kindergarten kindertagesstaette kindertagesstätte schule grundschule erzieher erzieherin lehrer lehrerin fachkraft leitung koordination ' +
  'coach programm bewegung bewegt sport turnen turnhalle sporthalle kinder kind gruppe baerengruppe bärengruppe gesundheit fairplay paralympics correct horse battery staple'
).split(' ');
