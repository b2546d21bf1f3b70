import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.module.js';
import { PackageController } from './package.controller.js';
import { PackageService } from './package.service.js';

@Module({ imports: [ExportsModule], controllers: [PackageController], providers: [PackageService] })
export class DataPackageModule {}
