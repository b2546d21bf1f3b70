import { getMetadataStorage } from 'class-validator';

type Ask = ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas'];

/**
 * Lets class-validator collect the rules of a class once. It asks for them with every object, and looks each time at every class that has
 * rules for whether it is one's own or inherited: the more forms there are, the longer it takes to read any of them.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const ask: Ask = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<Ask>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strict, groups) => {
    // We name no schema and no groups; whoever did would get others.
    if (schema || always || strict || groups?.length) return ask(target, schema, always, strict, groups);
    const rules = known.get(target) ?? ask(target, schema, always, strict, groups);
    known.set(target, rules);
    return rules;
  };
}
