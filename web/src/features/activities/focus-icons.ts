import {
  IconApple,
  IconBrain,
  IconHeartHandshake,
  type Icon,
  IconStar,
  IconWheelchair,
  IconWorld,
} from '@tabler/icons-react';

const icons: Readonly<Record<string, Icon>> = {
  health_promotion: IconApple,
  active_learning: IconBrain,
  inclusion_paralympics: IconWheelchair,
  fairplay_teamwork: IconHeartHandshake,
  global_learning: IconWorld,
};

/** The picture of a focus area; one added later gets a star until it has its own. */
export const focusIcon = (code: string): Icon => icons[code] ?? IconStar;
