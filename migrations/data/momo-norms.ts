/*
 * Niessner C, Utesch T, Oriwol D, Hanssen-Doose A, Schmidt SCE, Woll A, Bös K, Worth A (2020). Representative percentile curves of physical
 * fitness from early childhood to early adulthood: the MoMo study. Frontiers in Public Health 8:458, doi:10.3389/fpubh.2020.00458.
 * Parameters as `momo.ref` of the R package childsds 0.9.11 (M. Vogel) has them. See README.md.
 */
export const MOMO = `item,unit,direction,sex,age_years,L,M,S
standing_long_jump,cm,higher,male,4.148,1.394413,83.18208,0.187553
standing_long_jump,cm,higher,male,4.166667,1.395616,83.39148,0.1873821
standing_long_jump,cm,higher,male,4.25,1.400988,84.32626,0.1866187
standing_long_jump,cm,higher,male,4.333333,1.406357,85.26102,0.1858553
standing_long_jump,cm,higher,male,4.416667,1.411712,86.19592,0.1850921
standing_long_jump,cm,higher,male,4.5,1.41705,87.1311,0.1843293
standing_long_jump,cm,higher,male,4.583333,1.42238,88.06673,0.1835669
standing_long_jump,cm,higher,male,4.666667,1.427713,89.00299,0.182805
standing_long_jump,cm,higher,male,4.75,1.433067,89.9399,0.1820435
standing_long_jump,cm,higher,male,4.833333,1.438457,90.8774,0.1812826
standing_long_jump,cm,higher,male,4.916667,1.4439,91.81535,0.180522
standing_long_jump,cm,higher,male,5.0,1.44941,92.7535,0.1797618
standing_long_jump,cm,higher,male,5.083333,1.455007,93.69144,0.1790019
standing_long_jump,cm,higher,male,5.166667,1.460684,94.62888,0.1782427
standing_long_jump,cm,higher,male,5.25,1.466416,95.56561,0.1774847
standing_long_jump,cm,higher,male,5.333333,1.472174,96.50136,0.1767282
standing_long_jump,cm,higher,male,5.416667,1.477927,97.43593,0.1759738
standing_long_jump,cm,higher,male,5.5,1.483649,98.36918,0.1752216
standing_long_jump,cm,higher,male,5.583333,1.489313,99.3009,0.1744721
standing_long_jump,cm,higher,male,5.666667,1.494906,100.2308,0.1737256
standing_long_jump,cm,higher,male,5.75,1.500418,101.1588,0.1729824
standing_long_jump,cm,higher,male,5.833333,1.505838,102.0844,0.1722426
standing_long_jump,cm,higher,male,5.916667,1.511156,103.0076,0.1715065
standing_long_jump,cm,higher,male,6.0,1.516361,103.928,0.1707739
standing_long_jump,cm,higher,male,6.083333,1.521435,104.8451,0.1700449
standing_long_jump,cm,higher,male,6.166667,1.526364,105.7587,0.1693194
standing_long_jump,cm,higher,male,6.25,1.531129,106.6686,0.1685974
standing_long_jump,cm,higher,male,6.333333,1.535712,107.5746,0.1678791
standing_long_jump,cm,higher,male,6.416667,1.540095,108.4766,0.1671643
standing_long_jump,cm,higher,male,6.5,1.54426,109.3745,0.1664533
standing_long_jump,cm,higher,male,6.583333,1.548192,110.2682,0.1657458
standing_long_jump,cm,higher,male,6.666667,1.551873,111.1576,0.1650418
standing_long_jump,cm,higher,male,6.75,1.55529,112.0425,0.1643412
standing_long_jump,cm,higher,male,6.833333,1.558426,112.9226,0.163644
standing_long_jump,cm,higher,male,6.916667,1.561263,113.7979,0.1629503
standing_long_jump,cm,higher,male,7.0,1.563788,114.6685,0.16226
standing_long_jump,cm,higher,male,7.083333,1.566018,115.534,0.1615735
standing_long_jump,cm,higher,male,7.166667,1.567989,116.3945,0.1608912
standing_long_jump,cm,higher,male,7.25,1.569737,117.2497,0.1602134
standing_long_jump,cm,higher,male,7.333333,1.571297,118.0995,0.1595405
standing_long_jump,cm,higher,male,7.416667,1.5727,118.9437,0.1588731
standing_long_jump,cm,higher,male,7.5,1.573978,119.7822,0.1582116
standing_long_jump,cm,higher,male,7.583333,1.575161,120.6148,0.1575563
standing_long_jump,cm,higher,male,7.666667,1.57628,121.4412,0.1569077
standing_long_jump,cm,higher,male,7.75,1.577363,122.2612,0.1562661
standing_long_jump,cm,higher,male,7.833333,1.578434,123.0746,0.1556318
standing_long_jump,cm,higher,male,7.916667,1.579517,123.8811,0.1550052
standing_long_jump,cm,higher,male,8.0,1.580639,124.6805,0.1543867
standing_long_jump,cm,higher,male,8.083333,1.581824,125.4723,0.1537765
standing_long_jump,cm,higher,male,8.166667,1.583097,126.2563,0.153175
standing_long_jump,cm,higher,male,8.25,1.584481,127.0322,0.1525826
standing_long_jump,cm,higher,male,8.333333,1.585997,127.8001,0.1519997
standing_long_jump,cm,higher,male,8.416667,1.587667,128.5602,0.1514267
standing_long_jump,cm,higher,male,8.5,1.589514,129.3124,0.1508638
standing_long_jump,cm,higher,male,8.583333,1.591559,130.0568,0.1503111
standing_long_jump,cm,higher,male,8.666667,1.593819,130.7934,0.1497687
standing_long_jump,cm,higher,male,8.75,1.596311,131.5224,0.1492367
standing_long_jump,cm,higher,male,8.833333,1.599049,132.244,0.1487152
standing_long_jump,cm,higher,male,8.916667,1.602048,132.9584,0.1482042
standing_long_jump,cm,higher,male,9.0,1.605321,133.6658,0.1477036
standing_long_jump,cm,higher,male,9.083333,1.608874,134.3667,0.1472135
standing_long_jump,cm,higher,male,9.166667,1.612709,135.0614,0.1467338
standing_long_jump,cm,higher,male,9.25,1.61683,135.7503,0.1462644
standing_long_jump,cm,higher,male,9.333333,1.621243,136.4336,0.1458054
standing_long_jump,cm,higher,male,9.416667,1.625955,137.1117,0.1453568
standing_long_jump,cm,higher,male,9.5,1.630976,137.7848,0.1449185
standing_long_jump,cm,higher,male,9.583333,1.63631,138.4532,0.1444907
standing_long_jump,cm,higher,male,9.666667,1.641961,139.1174,0.1440734
standing_long_jump,cm,higher,male,9.75,1.647932,139.7778,0.1436668
standing_long_jump,cm,higher,male,9.833333,1.654226,140.4348,0.1432711
standing_long_jump,cm,higher,male,9.916667,1.660846,141.0886,0.1428864
standing_long_jump,cm,higher,male,10.0,1.667794,141.7394,0.142513
standing_long_jump,cm,higher,male,10.083333,1.675071,142.3874,0.1421508
standing_long_jump,cm,higher,male,10.166667,1.682681,143.033,0.1417999
standing_long_jump,cm,higher,male,10.25,1.690622,143.6763,0.1414603
standing_long_jump,cm,higher,male,10.333333,1.698892,144.3176,0.141132
standing_long_jump,cm,higher,male,10.416667,1.707483,144.9574,0.1408152
standing_long_jump,cm,higher,male,10.5,1.716391,145.5959,0.1405098
standing_long_jump,cm,higher,male,10.583333,1.725604,146.2335,0.1402156
standing_long_jump,cm,higher,male,10.666667,1.735101,146.8705,0.1399328
standing_long_jump,cm,higher,male,10.75,1.744862,147.5074,0.1396613
standing_long_jump,cm,higher,male,10.833333,1.754864,148.1447,0.1394011
standing_long_jump,cm,higher,male,10.916667,1.765085,148.783,0.1391519
standing_long_jump,cm,higher,male,11.0,1.775502,149.4226,0.1389138
standing_long_jump,cm,higher,male,11.083333,1.786093,150.0642,0.1386864
standing_long_jump,cm,higher,male,11.166667,1.79683,150.7081,0.1384697
standing_long_jump,cm,higher,male,11.25,1.807687,151.3549,0.1382636
standing_long_jump,cm,higher,male,11.333333,1.818636,152.005,0.1380677
standing_long_jump,cm,higher,male,11.416667,1.829656,152.6588,0.1378818
standing_long_jump,cm,higher,male,11.5,1.840728,153.3168,0.1377056
standing_long_jump,cm,higher,male,11.583333,1.85184,153.9791,0.1375387
standing_long_jump,cm,higher,male,11.666667,1.862974,154.6462,0.1373807
standing_long_jump,cm,higher,male,11.75,1.874113,155.3185,0.1372311
standing_long_jump,cm,higher,male,11.833333,1.885239,155.9962,0.1370894
standing_long_jump,cm,higher,male,11.916667,1.896332,156.6796,0.1369551
standing_long_jump,cm,higher,male,12.0,1.907375,157.3692,0.1368276
standing_long_jump,cm,higher,female,4.137,1.461771,79.26752,0.145936
standing_long_jump,cm,higher,female,4.166667,1.466058,79.64904,0.1458745
standing_long_jump,cm,higher,female,4.25,1.478098,80.72071,0.1457017
standing_long_jump,cm,higher,female,4.333333,1.490133,81.79218,0.1455289
standing_long_jump,cm,higher,female,4.416667,1.50216,82.86324,0.1453561
standing_long_jump,cm,higher,female,4.5,1.514176,83.93372,0.1451834
standing_long_jump,cm,higher,female,4.583333,1.526179,85.00349,0.1450109
standing_long_jump,cm,higher,female,4.666667,1.538157,86.07242,0.1448388
standing_long_jump,cm,higher,female,4.75,1.550095,87.14035,0.1446673
standing_long_jump,cm,higher,female,4.833333,1.56198,88.20716,0.1444966
standing_long_jump,cm,higher,female,4.916667,1.573794,89.27257,0.1443268
standing_long_jump,cm,higher,female,5.0,1.585517,90.33614,0.1441578
standing_long_jump,cm,higher,female,5.083333,1.597126,91.39748,0.1439895
standing_long_jump,cm,higher,female,5.166667,1.608598,92.45609,0.1438217
standing_long_jump,cm,higher,female,5.25,1.619912,93.51148,0.1436544
standing_long_jump,cm,higher,female,5.333333,1.631049,94.56315,0.1434876
standing_long_jump,cm,higher,female,5.416667,1.641988,95.61068,0.1433213
standing_long_jump,cm,higher,female,5.5,1.652709,96.65373,0.1431555
standing_long_jump,cm,higher,female,5.583333,1.663186,97.69191,0.1429901
standing_long_jump,cm,higher,female,5.666667,1.673393,98.72472,0.1428254
standing_long_jump,cm,higher,female,5.75,1.683302,99.75167,0.1426616
standing_long_jump,cm,higher,female,5.833333,1.692885,100.7723,0.1424991
standing_long_jump,cm,higher,female,5.916667,1.702121,101.7862,0.1423385
standing_long_jump,cm,higher,female,6.0,1.710987,102.7927,0.1421803
standing_long_jump,cm,higher,female,6.083333,1.719464,103.7915,0.1420252
standing_long_jump,cm,higher,female,6.166667,1.72753,104.7821,0.1418736
standing_long_jump,cm,higher,female,6.25,1.735162,105.7639,0.1417254
standing_long_jump,cm,higher,female,6.333333,1.742338,106.7365,0.141581
standing_long_jump,cm,higher,female,6.416667,1.749038,107.6994,0.1414403
standing_long_jump,cm,higher,female,6.5,1.755246,108.6521,0.1413037
standing_long_jump,cm,higher,female,6.583333,1.76094,109.5941,0.1411712
standing_long_jump,cm,higher,female,6.666667,1.7661,110.5249,0.141043
standing_long_jump,cm,higher,female,6.75,1.770708,111.4442,0.1409191
standing_long_jump,cm,higher,female,6.833333,1.774749,112.3514,0.1407995
standing_long_jump,cm,higher,female,6.916667,1.778207,113.2461,0.140684
standing_long_jump,cm,higher,female,7.0,1.781072,114.128,0.1405724
standing_long_jump,cm,higher,female,7.083333,1.783332,114.9966,0.1404645
standing_long_jump,cm,higher,female,7.166667,1.784977,115.8516,0.1403599
standing_long_jump,cm,higher,female,7.25,1.785998,116.6929,0.1402581
standing_long_jump,cm,higher,female,7.333333,1.786376,117.5204,0.1401589
standing_long_jump,cm,higher,female,7.416667,1.786094,118.3342,0.1400619
standing_long_jump,cm,higher,female,7.5,1.785137,119.1346,0.1399669
standing_long_jump,cm,higher,female,7.583333,1.783502,119.9214,0.1398741
standing_long_jump,cm,higher,female,7.666667,1.781186,120.6948,0.1397834
standing_long_jump,cm,higher,female,7.75,1.778187,121.4548,0.1396949
standing_long_jump,cm,higher,female,7.833333,1.774506,122.2014,0.1396087
standing_long_jump,cm,higher,female,7.916667,1.770144,122.9349,0.1395247
standing_long_jump,cm,higher,female,8.0,1.765108,123.6553,0.1394431
standing_long_jump,cm,higher,female,8.083333,1.759403,124.363,0.1393638
standing_long_jump,cm,higher,female,8.166667,1.753037,125.0581,0.139287
standing_long_jump,cm,higher,female,8.25,1.746018,125.7407,0.139213
standing_long_jump,cm,higher,female,8.333333,1.738356,126.4111,0.1391417
standing_long_jump,cm,higher,female,8.416667,1.730064,127.0693,0.1390734
standing_long_jump,cm,higher,female,8.5,1.721159,127.7153,0.1390084
standing_long_jump,cm,higher,female,8.583333,1.71166,128.3492,0.1389468
standing_long_jump,cm,higher,female,8.666667,1.701586,128.971,0.1388889
standing_long_jump,cm,higher,female,8.75,1.690958,129.5808,0.1388349
standing_long_jump,cm,higher,female,8.833333,1.679798,130.1787,0.1387847
standing_long_jump,cm,higher,female,8.916667,1.66813,130.7646,0.1387382
standing_long_jump,cm,higher,female,9.0,1.655976,131.3387,0.1386955
standing_long_jump,cm,higher,female,9.083333,1.643363,131.9009,0.1386566
standing_long_jump,cm,higher,female,9.166667,1.630319,132.4512,0.1386217
standing_long_jump,cm,higher,female,9.25,1.616867,132.9893,0.1385911
standing_long_jump,cm,higher,female,9.333333,1.603026,133.5155,0.1385652
standing_long_jump,cm,higher,female,9.416667,1.588815,134.0298,0.1385446
standing_long_jump,cm,higher,female,9.5,1.574255,134.5323,0.1385296
standing_long_jump,cm,higher,female,9.583333,1.559367,135.0233,0.1385205
standing_long_jump,cm,higher,female,9.666667,1.544168,135.5029,0.1385174
standing_long_jump,cm,higher,female,9.75,1.528678,135.9713,0.1385203
standing_long_jump,cm,higher,female,9.833333,1.512914,136.4287,0.1385295
standing_long_jump,cm,higher,female,9.916667,1.496897,136.8751,0.1385449
standing_long_jump,cm,higher,female,10.0,1.480648,137.3108,0.1385667
standing_long_jump,cm,higher,female,10.083333,1.464189,137.7357,0.138595
standing_long_jump,cm,higher,female,10.166667,1.447544,138.1502,0.1386295
standing_long_jump,cm,higher,female,10.25,1.430737,138.5541,0.1386701
standing_long_jump,cm,higher,female,10.333333,1.413792,138.9477,0.1387167
standing_long_jump,cm,higher,female,10.416667,1.396732,139.3313,0.1387689
standing_long_jump,cm,higher,female,10.5,1.379575,139.7051,0.1388267
standing_long_jump,cm,higher,female,10.583333,1.362336,140.0694,0.13889
standing_long_jump,cm,higher,female,10.666667,1.34503,140.4246,0.1389586
standing_long_jump,cm,higher,female,10.75,1.327675,140.771,0.1390323
standing_long_jump,cm,higher,female,10.833333,1.310288,141.1088,0.1391107
standing_long_jump,cm,higher,female,10.916667,1.292884,141.4384,0.1391934
standing_long_jump,cm,higher,female,11.0,1.27548,141.7603,0.1392803
standing_long_jump,cm,higher,female,11.083333,1.258095,142.0746,0.1393711
standing_long_jump,cm,higher,female,11.166667,1.240746,142.3814,0.1394656
standing_long_jump,cm,higher,female,11.25,1.223459,142.6811,0.1395634
standing_long_jump,cm,higher,female,11.333333,1.20627,142.9737,0.1396642
standing_long_jump,cm,higher,female,11.416667,1.189215,143.2594,0.1397678
standing_long_jump,cm,higher,female,11.5,1.172331,143.5382,0.1398738
standing_long_jump,cm,higher,female,11.583333,1.155652,143.8102,0.1399819
standing_long_jump,cm,higher,female,11.666667,1.13921,144.0756,0.1400917
standing_long_jump,cm,higher,female,11.75,1.123037,144.3345,0.140203
standing_long_jump,cm,higher,female,11.833333,1.107165,144.5868,0.1403156
standing_long_jump,cm,higher,female,11.916667,1.09161,144.8329,0.1404292
standing_long_jump,cm,higher,female,12.0,1.07637,145.073,0.1405443
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.148,0.5242468,9.283645,0.3157108
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.166667,0.5246382,9.346,0.3153875
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.25,0.5263858,9.62437,0.3139441
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.333333,0.528134,9.902739,0.3125007
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.416667,0.5298905,10.18115,0.3110575
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.5,0.5316668,10.45967,0.3096146
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.583333,0.5334786,10.73841,0.3081721
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.666667,0.5353445,11.01751,0.30673
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.75,0.5372786,11.29712,0.3052883
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.833333,0.5392905,11.57734,0.3038468
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,4.916667,0.5413896,11.85824,0.3024055
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.0,0.5435869,12.13989,0.3009642
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.083333,0.5458958,12.42237,0.2995229
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.166667,0.5483306,12.70572,0.2980813
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.25,0.5509049,12.98999,0.2966395
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.333333,0.5536307,13.27519,0.2951972
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.416667,0.5565169,13.56135,0.2937542
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.5,0.5595662,13.84848,0.2923106
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.583333,0.5627757,14.13662,0.2908663
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.666667,0.5661432,14.42575,0.2894212
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.75,0.5696676,14.71586,0.2879755
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.833333,0.5733476,15.00688,0.2865291
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,5.916667,0.5771817,15.29879,0.2850822
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.0,0.5811675,15.59153,0.2836345
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.083333,0.5853002,15.885,0.282186
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.166667,0.5895785,16.1791,0.2807368
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.25,0.594003,16.47372,0.2792871
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.333333,0.5985709,16.76877,0.2778371
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.416667,0.6032797,17.06414,0.276387
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.5,0.6081272,17.35975,0.2749372
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.583333,0.6131111,17.65553,0.2734878
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.666667,0.61823,17.95143,0.2720391
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.75,0.6234791,18.24737,0.2705913
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.833333,0.6288529,18.54325,0.2691443
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,6.916667,0.6343479,18.83902,0.2676982
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.0,0.6399614,19.1346,0.266253
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.083333,0.6457006,19.4299,0.264809
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.166667,0.6515782,19.72477,0.2633665
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.25,0.6576058,20.01909,0.2619259
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.333333,0.663792,20.31275,0.2604877
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.416667,0.6701459,20.60561,0.2590523
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.5,0.6766756,20.89757,0.2576203
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.583333,0.6833897,21.18847,0.256192
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.666667,0.6902978,21.4782,0.254768
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.75,0.6974084,21.76661,0.2533483
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.833333,0.7047293,22.05357,0.2519331
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,7.916667,0.7122686,22.33895,0.2505226
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.0,0.7200353,22.62258,0.2491168
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.083333,0.7280403,22.9043,0.2477158
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.166667,0.7362862,23.18392,0.2463201
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.25,0.7447674,23.46133,0.2449299
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.333333,0.7534761,23.73642,0.2435457
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.416667,0.7624048,24.0091,0.2421677
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.5,0.7715442,24.27928,0.2407961
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.583333,0.7808837,24.54692,0.2394314
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.666667,0.7904142,24.81196,0.2380738
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.75,0.8001279,25.07438,0.2367233
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.833333,0.810017,25.3342,0.2353805
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,8.916667,0.8200727,25.59145,0.2340455
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.0,0.830287,25.84616,0.2327187
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.083333,0.8406519,26.09838,0.2314002
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.166667,0.8511594,26.34818,0.2300905
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.25,0.8618011,26.59561,0.2287897
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.333333,0.8725663,26.8407,0.2274978
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.416667,0.8834476,27.08347,0.2262149
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.5,0.8944417,27.32393,0.2249413
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.583333,0.9055455,27.56213,0.2236769
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.666667,0.9167559,27.79811,0.2224219
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.75,0.9280695,28.03191,0.2211763
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.833333,0.9394882,28.26357,0.2199403
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,9.916667,0.9510174,28.49311,0.2187139
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.0,0.9626643,28.72054,0.2174973
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.083333,0.974436,28.94587,0.2162905
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.166667,0.9863401,29.16912,0.2150934
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.25,0.9983842,29.3903,0.2139061
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.333333,1.010577,29.60944,0.2127282
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.416667,1.022929,29.82653,0.2115598
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.5,1.03545,30.04157,0.2104007
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.583333,1.048153,30.25455,0.2092513
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.666667,1.061047,30.46544,0.208112
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.75,1.074139,30.67427,0.2069837
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.833333,1.087433,30.88103,0.2058669
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,10.916667,1.100932,31.08572,0.2047619
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.0,1.114639,31.28833,0.2036692
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.083333,1.128551,31.48884,0.2025892
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.166667,1.142659,31.68729,0.2015225
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.25,1.156948,31.88371,0.2004695
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.333333,1.171403,32.07811,0.1994309
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.416667,1.186005,32.27047,0.1984068
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.5,1.200735,32.4608,0.1973975
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.583333,1.215569,32.64912,0.1964033
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.666667,1.230489,32.83541,0.1954241
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.75,1.245472,33.01972,0.19446
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.833333,1.260495,33.20203,0.193511
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,11.916667,1.275531,33.38235,0.1925772
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,male,12.0,1.290554,33.5607,0.1916586
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.137,0.7221947,10.01062,0.3052934
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.166667,0.7258505,10.12815,0.304733
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.25,0.7361194,10.45829,0.3031589
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.333333,0.746384,10.78838,0.3015846
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.416667,0.756636,11.11836,0.3000099
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.5,0.766866,11.44816,0.2984346
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.583333,0.7770646,11.77773,0.2968584
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.666667,0.7872219,12.10701,0.2952808
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.75,0.7973279,12.43595,0.2937014
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.833333,0.8073739,12.76449,0.2921197
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,4.916667,0.8173531,13.09263,0.2905352
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.0,0.8272618,13.42038,0.2889473
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.083333,0.8370937,13.74778,0.2873557
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.166667,0.8468305,14.07492,0.2857599
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.25,0.8564487,14.40189,0.2841599
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.333333,0.8659225,14.72875,0.2825554
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.416667,0.8752259,15.05554,0.280946
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.5,0.8843319,15.38229,0.2793315
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.583333,0.8932136,15.709,0.2777114
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.666667,0.901859,16.03561,0.2760856
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.75,0.9102861,16.36206,0.2744544
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.833333,0.91852,16.68825,0.272818
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,5.916667,0.9265894,17.01406,0.2711771
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.0,0.9345217,17.33939,0.269532
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.083333,0.9423413,17.66414,0.2678834
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.166667,0.9500691,17.98818,0.2662316
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.25,0.9577196,18.31135,0.2645769
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.333333,0.9653032,18.63347,0.2629196
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.416667,0.972829,18.95439,0.2612601
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.5,0.9803072,19.27395,0.2595984
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.583333,0.9877478,19.59201,0.2579348
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.666667,0.9951616,19.90839,0.2562694
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.75,1.002562,20.22298,0.2546023
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.833333,1.009962,20.53563,0.2529335
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,6.916667,1.017377,20.84622,0.2512629
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.0,1.024818,21.1546,0.2495905
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.083333,1.032297,21.46062,0.2479163
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.166667,1.039821,21.76412,0.2462403
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.25,1.04739,22.06492,0.2445627
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.333333,1.054993,22.36296,0.2428837
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.416667,1.062613,22.65819,0.2412039
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.5,1.070234,22.95058,0.2395239
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.583333,1.077843,23.24005,0.2378445
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.666667,1.085428,23.52652,0.2361664
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.75,1.092978,23.80993,0.2344905
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.833333,1.100479,24.09022,0.2328175
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,7.916667,1.107916,24.36732,0.2311482
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.0,1.115271,24.64115,0.2294831
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.083333,1.122531,24.91165,0.2278232
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.166667,1.129697,25.17874,0.2261693
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.25,1.136778,25.44234,0.2245225
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.333333,1.143783,25.70237,0.2228837
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.416667,1.150719,25.95873,0.221254
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.5,1.157595,26.21134,0.2196343
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.583333,1.164417,26.46014,0.2180255
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.666667,1.171187,26.70506,0.2164287
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.75,1.177908,26.94602,0.2148452
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.833333,1.184586,27.18299,0.2132757
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,8.916667,1.191227,27.41592,0.2117214
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.0,1.197837,27.6448,0.2101834
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.083333,1.204422,27.86963,0.2086627
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.166667,1.210987,28.09038,0.2071602
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.25,1.217536,28.30705,0.2056768
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.333333,1.224072,28.51964,0.2042133
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.416667,1.230599,28.72817,0.2027707
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.5,1.237123,28.93265,0.2013497
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.583333,1.243642,29.1331,0.1999507
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.666667,1.250153,29.32957,0.1985744
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.75,1.256652,29.52211,0.1972212
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.833333,1.263135,29.71077,0.1958916
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,9.916667,1.2696,29.89562,0.1945861
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.0,1.276045,30.0767,0.1933053
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.083333,1.282465,30.25407,0.1920498
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.166667,1.288854,30.42778,0.1908198
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.25,1.295206,30.59785,0.1896157
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.333333,1.301511,30.76434,0.1884376
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.416667,1.30776,30.92727,0.1872857
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.5,1.313942,31.08669,0.18616
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.583333,1.320045,31.24264,0.1850607
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.666667,1.326055,31.39516,0.1839878
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.75,1.331961,31.54435,0.1829417
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.833333,1.337747,31.6903,0.1819223
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,10.916667,1.343394,31.83313,0.1809299
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.0,1.348886,31.97294,0.1799644
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.083333,1.354209,32.10986,0.1790257
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.166667,1.359346,32.24394,0.1781139
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.25,1.364285,32.37531,0.1772292
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.333333,1.36902,32.50405,0.176372
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.416667,1.373547,32.63022,0.1755427
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.5,1.37786,32.7539,0.1747417
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.583333,1.381955,32.87514,0.1739691
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.666667,1.385823,32.99401,0.1732252
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.75,1.389459,33.11055,0.17251
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.833333,1.392854,33.22482,0.1718234
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,11.916667,1.396003,33.33688,0.1711653
jumping_sideways_mean,jumps per 15 s (mean of 2 trials),higher,female,12.0,1.398896,33.44678,0.1705355
balance_backwards,steps (0-48),higher,male,4.148,0.485671,10.89621,0.5557359
balance_backwards,steps (0-48),higher,male,4.166667,0.4876608,10.97399,0.554799
balance_backwards,steps (0-48),higher,male,4.25,0.4965439,11.32124,0.5506166
balance_backwards,steps (0-48),higher,male,4.333333,0.5054278,11.66848,0.5464343
balance_backwards,steps (0-48),higher,male,4.416667,0.5143113,12.01568,0.5422521
balance_backwards,steps (0-48),higher,male,4.5,0.5231938,12.36282,0.5380701
balance_backwards,steps (0-48),higher,male,4.583333,0.5320695,12.70994,0.5338886
balance_backwards,steps (0-48),higher,male,4.666667,0.5409306,13.05708,0.529708
balance_backwards,steps (0-48),higher,male,4.75,0.5497738,13.40426,0.5255284
balance_backwards,steps (0-48),higher,male,4.833333,0.5585943,13.75148,0.5213504
balance_backwards,steps (0-48),higher,male,4.916667,0.5673887,14.09868,0.5171742
balance_backwards,steps (0-48),higher,male,5.0,0.5761573,14.44583,0.5130004
balance_backwards,steps (0-48),higher,male,5.083333,0.5849066,14.79288,0.5088294
balance_backwards,steps (0-48),higher,male,5.166667,0.5936552,15.1398,0.5046616
balance_backwards,steps (0-48),higher,male,5.25,0.6024231,15.48655,0.5004978
balance_backwards,steps (0-48),higher,male,5.333333,0.6112283,15.83308,0.4963384
balance_backwards,steps (0-48),higher,male,5.416667,0.6200805,16.17937,0.492184
balance_backwards,steps (0-48),higher,male,5.5,0.6289884,16.52538,0.4880354
balance_backwards,steps (0-48),higher,male,5.583333,0.6379654,16.87108,0.4838931
balance_backwards,steps (0-48),higher,male,5.666667,0.6470233,17.2164,0.4797578
balance_backwards,steps (0-48),higher,male,5.75,0.6561733,17.56129,0.4756301
balance_backwards,steps (0-48),higher,male,5.833333,0.6654274,17.90567,0.4715106
balance_backwards,steps (0-48),higher,male,5.916667,0.6747938,18.2495,0.4674
balance_backwards,steps (0-48),higher,male,6.0,0.6842746,18.59273,0.4632992
balance_backwards,steps (0-48),higher,male,6.083333,0.693867,18.93528,0.4592092
balance_backwards,steps (0-48),higher,male,6.166667,0.703567,19.27707,0.4551308
balance_backwards,steps (0-48),higher,male,6.25,0.7133735,19.61802,0.4510648
balance_backwards,steps (0-48),higher,male,6.333333,0.7232892,19.95808,0.4470121
balance_backwards,steps (0-48),higher,male,6.416667,0.7333171,20.29717,0.4429734
balance_backwards,steps (0-48),higher,male,6.5,0.7434578,20.63522,0.4389495
balance_backwards,steps (0-48),higher,male,6.583333,0.7537115,20.97214,0.4349411
balance_backwards,steps (0-48),higher,male,6.666667,0.7640771,21.30784,0.4309489
balance_backwards,steps (0-48),higher,male,6.75,0.7745512,21.64224,0.4269733
balance_backwards,steps (0-48),higher,male,6.833333,0.7851291,21.97524,0.4230148
balance_backwards,steps (0-48),higher,male,6.916667,0.7958062,22.30674,0.4190739
balance_backwards,steps (0-48),higher,male,7.0,0.8065796,22.63665,0.415151
balance_backwards,steps (0-48),higher,male,7.083333,0.8174599,22.96484,0.4112467
balance_backwards,steps (0-48),higher,male,7.166667,0.8284634,23.29118,0.4073619
balance_backwards,steps (0-48),higher,male,7.25,0.8396056,23.6155,0.4034974
balance_backwards,steps (0-48),higher,male,7.333333,0.8509014,23.93767,0.3996542
balance_backwards,steps (0-48),higher,male,7.416667,0.8623631,24.25753,0.395833
balance_backwards,steps (0-48),higher,male,7.5,0.874001,24.57491,0.3920348
balance_backwards,steps (0-48),higher,male,7.583333,0.8858244,24.88964,0.3882602
balance_backwards,steps (0-48),higher,male,7.666667,0.8978394,25.20156,0.38451
balance_backwards,steps (0-48),higher,male,7.75,0.9100482,25.51051,0.380785
balance_backwards,steps (0-48),higher,male,7.833333,0.9224528,25.81635,0.3770861
balance_backwards,steps (0-48),higher,male,7.916667,0.9350549,26.11891,0.3734139
balance_backwards,steps (0-48),higher,male,8.0,0.9478552,26.41802,0.3697689
balance_backwards,steps (0-48),higher,male,8.083333,0.9608524,26.71348,0.3661519
balance_backwards,steps (0-48),higher,male,8.166667,0.9740456,27.0051,0.3625631
balance_backwards,steps (0-48),higher,male,8.25,0.9874342,27.2927,0.359003
balance_backwards,steps (0-48),higher,male,8.333333,1.001019,27.57613,0.3554719
balance_backwards,steps (0-48),higher,male,8.416667,1.0148,27.85523,0.3519701
balance_backwards,steps (0-48),higher,male,8.5,1.028776,28.12983,0.3484977
balance_backwards,steps (0-48),higher,male,8.583333,1.042939,28.39976,0.345055
balance_backwards,steps (0-48),higher,male,8.666667,1.057284,28.66488,0.3416422
balance_backwards,steps (0-48),higher,male,8.75,1.071803,28.92505,0.3382597
balance_backwards,steps (0-48),higher,male,8.833333,1.086492,29.18017,0.3349077
balance_backwards,steps (0-48),higher,male,8.916667,1.101345,29.43016,0.3315865
balance_backwards,steps (0-48),higher,male,9.0,1.11636,29.67498,0.3282965
balance_backwards,steps (0-48),higher,male,9.083333,1.131534,29.91459,0.325038
balance_backwards,steps (0-48),higher,male,9.166667,1.146868,30.14896,0.3218111
balance_backwards,steps (0-48),higher,male,9.25,1.162359,30.37809,0.3186159
balance_backwards,steps (0-48),higher,male,9.333333,1.178004,30.602,0.3154529
balance_backwards,steps (0-48),higher,male,9.416667,1.193797,30.82073,0.3123227
balance_backwards,steps (0-48),higher,male,9.5,1.209734,31.0343,0.3092259
balance_backwards,steps (0-48),higher,male,9.583333,1.225804,31.24279,0.3061633
balance_backwards,steps (0-48),higher,male,9.666667,1.241998,31.44632,0.3031361
balance_backwards,steps (0-48),higher,male,9.75,1.258306,31.64499,0.3001451
balance_backwards,steps (0-48),higher,male,9.833333,1.274717,31.83891,0.2971913
balance_backwards,steps (0-48),higher,male,9.916667,1.291221,32.02817,0.2942754
balance_backwards,steps (0-48),higher,male,10.0,1.30781,32.21286,0.2913983
balance_backwards,steps (0-48),higher,male,10.083333,1.324478,32.39307,0.2885607
balance_backwards,steps (0-48),higher,male,10.166667,1.341222,32.56893,0.2857635
balance_backwards,steps (0-48),higher,male,10.25,1.358037,32.74054,0.2830072
balance_backwards,steps (0-48),higher,male,10.333333,1.374921,32.90804,0.2802923
balance_backwards,steps (0-48),higher,male,10.416667,1.391869,33.07153,0.2776193
balance_backwards,steps (0-48),higher,male,10.5,1.408875,33.23112,0.2749886
balance_backwards,steps (0-48),higher,male,10.583333,1.425933,33.3869,0.2724007
balance_backwards,steps (0-48),higher,male,10.666667,1.443034,33.53894,0.2698564
balance_backwards,steps (0-48),higher,male,10.75,1.460167,33.68734,0.2673562
balance_backwards,steps (0-48),higher,male,10.833333,1.47732,33.83217,0.2649008
balance_backwards,steps (0-48),higher,male,10.916667,1.49448,33.97348,0.2624903
balance_backwards,steps (0-48),higher,male,11.0,1.511634,34.11132,0.2601249
balance_backwards,steps (0-48),higher,male,11.083333,1.528773,34.24574,0.2578049
balance_backwards,steps (0-48),higher,male,11.166667,1.54589,34.37683,0.2555307
balance_backwards,steps (0-48),higher,male,11.25,1.562978,34.5047,0.2533028
balance_backwards,steps (0-48),higher,male,11.333333,1.580031,34.62941,0.2511211
balance_backwards,steps (0-48),higher,male,11.416667,1.597044,34.75108,0.2489857
balance_backwards,steps (0-48),higher,male,11.5,1.614012,34.86977,0.2468968
balance_backwards,steps (0-48),higher,male,11.583333,1.630927,34.98557,0.2448542
balance_backwards,steps (0-48),higher,male,11.666667,1.647785,35.09858,0.2428578
balance_backwards,steps (0-48),higher,male,11.75,1.664581,35.20889,0.2409074
balance_backwards,steps (0-48),higher,male,11.833333,1.681306,35.31657,0.2390025
balance_backwards,steps (0-48),higher,male,11.916667,1.697955,35.42172,0.237143
balance_backwards,steps (0-48),higher,male,12.0,1.714517,35.52442,0.2353286
balance_backwards,steps (0-48),higher,female,4.137,0.347697,13.79027,0.4173521
balance_backwards,steps (0-48),higher,female,4.166667,0.3548809,13.92698,0.4164613
balance_backwards,steps (0-48),higher,female,4.25,0.3750618,14.311,0.4139587
balance_backwards,steps (0-48),higher,female,4.333333,0.3952459,14.69497,0.4114562
balance_backwards,steps (0-48),higher,female,4.416667,0.4154313,15.07881,0.4089537
balance_backwards,steps (0-48),higher,female,4.5,0.4356161,15.46239,0.4064512
balance_backwards,steps (0-48),higher,female,4.583333,0.4557979,15.84562,0.4039488
balance_backwards,steps (0-48),higher,female,4.666667,0.4759696,16.22836,0.4014464
balance_backwards,steps (0-48),higher,female,4.75,0.4961218,16.61052,0.3989441
balance_backwards,steps (0-48),higher,female,4.833333,0.5162522,16.99198,0.396442
balance_backwards,steps (0-48),higher,female,4.916667,0.536351,17.37265,0.3939401
balance_backwards,steps (0-48),higher,female,5.0,0.5564041,17.75253,0.3914387
balance_backwards,steps (0-48),higher,female,5.083333,0.576404,18.13161,0.3889378
balance_backwards,steps (0-48),higher,female,5.166667,0.5963419,18.50986,0.3864378
balance_backwards,steps (0-48),higher,female,5.25,0.6162055,18.88728,0.3839387
balance_backwards,steps (0-48),higher,female,5.333333,0.6359856,19.26378,0.3814407
balance_backwards,steps (0-48),higher,female,5.416667,0.6556776,19.63931,0.3789439
balance_backwards,steps (0-48),higher,female,5.5,0.6752809,20.01375,0.3764486
balance_backwards,steps (0-48),higher,female,5.583333,0.6947959,20.38697,0.373955
balance_backwards,steps (0-48),higher,female,5.666667,0.7142196,20.75883,0.3714631
balance_backwards,steps (0-48),higher,female,5.75,0.7335427,21.12917,0.3689733
balance_backwards,steps (0-48),higher,female,5.833333,0.7527541,21.49788,0.3664858
balance_backwards,steps (0-48),higher,female,5.916667,0.7718441,21.86487,0.3640009
balance_backwards,steps (0-48),higher,female,6.0,0.7908028,22.23004,0.3615188
balance_backwards,steps (0-48),higher,female,6.083333,0.8096187,22.5933,0.3590399
balance_backwards,steps (0-48),higher,female,6.166667,0.8282861,22.95452,0.3565643
balance_backwards,steps (0-48),higher,female,6.25,0.8468099,23.31355,0.3540924
balance_backwards,steps (0-48),higher,female,6.333333,0.8651929,23.67023,0.3516244
balance_backwards,steps (0-48),higher,female,6.416667,0.8834382,24.02438,0.3491606
balance_backwards,steps (0-48),higher,female,6.5,0.9015494,24.37587,0.3467014
balance_backwards,steps (0-48),higher,female,6.583333,0.9195305,24.72452,0.344247
balance_backwards,steps (0-48),higher,female,6.666667,0.937385,25.07019,0.3417976
balance_backwards,steps (0-48),higher,female,6.75,0.9551157,25.41271,0.3393536
balance_backwards,steps (0-48),higher,female,6.833333,0.9727242,25.75194,0.3369152
balance_backwards,steps (0-48),higher,female,6.916667,0.990211,26.08776,0.3344827
balance_backwards,steps (0-48),higher,female,7.0,1.007577,26.42006,0.3320564
balance_backwards,steps (0-48),higher,female,7.083333,1.024824,26.74872,0.3296365
balance_backwards,steps (0-48),higher,female,7.166667,1.041949,27.07359,0.3272233
balance_backwards,steps (0-48),higher,female,7.25,1.058952,27.39454,0.3248171
balance_backwards,steps (0-48),higher,female,7.333333,1.075832,27.71146,0.3224182
balance_backwards,steps (0-48),higher,female,7.416667,1.092591,28.02428,0.3200268
balance_backwards,steps (0-48),higher,female,7.5,1.10923,28.33293,0.3176434
balance_backwards,steps (0-48),higher,female,7.583333,1.125751,28.63733,0.3152682
balance_backwards,steps (0-48),higher,female,7.666667,1.142155,28.93745,0.3129016
balance_backwards,steps (0-48),higher,female,7.75,1.158446,29.23323,0.310544
balance_backwards,steps (0-48),higher,female,7.833333,1.174624,29.52464,0.3081957
balance_backwards,steps (0-48),higher,female,7.916667,1.190685,29.81163,0.3058571
balance_backwards,steps (0-48),higher,female,8.0,1.20663,30.09416,0.3035286
balance_backwards,steps (0-48),higher,female,8.083333,1.222458,30.3722,0.3012106
balance_backwards,steps (0-48),higher,female,8.166667,1.238168,30.64572,0.2989035
balance_backwards,steps (0-48),higher,female,8.25,1.253762,30.91465,0.2966077
balance_backwards,steps (0-48),higher,female,8.333333,1.269243,31.17893,0.2943237
balance_backwards,steps (0-48),higher,female,8.416667,1.284616,31.43852,0.2920518
balance_backwards,steps (0-48),higher,female,8.5,1.299885,31.69337,0.2897925
balance_backwards,steps (0-48),higher,female,8.583333,1.315053,31.94345,0.2875462
balance_backwards,steps (0-48),higher,female,8.666667,1.330125,32.18871,0.2853134
balance_backwards,steps (0-48),higher,female,8.75,1.345102,32.42913,0.2830944
balance_backwards,steps (0-48),higher,female,8.833333,1.359987,32.6647,0.2808896
balance_backwards,steps (0-48),higher,female,8.916667,1.374783,32.89538,0.2786995
balance_backwards,steps (0-48),higher,female,9.0,1.38949,33.12115,0.2765243
balance_backwards,steps (0-48),higher,female,9.083333,1.40411,33.34199,0.2743644
balance_backwards,steps (0-48),higher,female,9.166667,1.418641,33.55788,0.2722203
balance_backwards,steps (0-48),higher,female,9.25,1.433083,33.76882,0.2700922
balance_backwards,steps (0-48),higher,female,9.333333,1.447436,33.97482,0.2679805
balance_backwards,steps (0-48),higher,female,9.416667,1.461698,34.1759,0.2658855
balance_backwards,steps (0-48),higher,female,9.5,1.47587,34.37207,0.2638076
balance_backwards,steps (0-48),higher,female,9.583333,1.489951,34.56335,0.261747
balance_backwards,steps (0-48),higher,female,9.666667,1.503945,34.74979,0.2597039
balance_backwards,steps (0-48),higher,female,9.75,1.517857,34.9314,0.2576786
balance_backwards,steps (0-48),higher,female,9.833333,1.531691,35.10823,0.2556713
balance_backwards,steps (0-48),higher,female,9.916667,1.545455,35.28033,0.2536823
balance_backwards,steps (0-48),higher,female,10.0,1.559154,35.44775,0.2517118
balance_backwards,steps (0-48),higher,female,10.083333,1.572796,35.61054,0.2497601
balance_backwards,steps (0-48),higher,female,10.166667,1.586383,35.76875,0.2478274
balance_backwards,steps (0-48),higher,female,10.25,1.599918,35.92241,0.2459138
balance_backwards,steps (0-48),higher,female,10.333333,1.613403,36.07159,0.2440198
balance_backwards,steps (0-48),higher,female,10.416667,1.626842,36.21634,0.2421453
balance_backwards,steps (0-48),higher,female,10.5,1.640238,36.35673,0.2402907
balance_backwards,steps (0-48),higher,female,10.583333,1.653596,36.49281,0.238456
balance_backwards,steps (0-48),higher,female,10.666667,1.666921,36.62467,0.2366416
balance_backwards,steps (0-48),higher,female,10.75,1.68022,36.7524,0.2348475
balance_backwards,steps (0-48),higher,female,10.833333,1.6935,36.87611,0.2330739
balance_backwards,steps (0-48),higher,female,10.916667,1.706769,36.9959,0.231321
balance_backwards,steps (0-48),higher,female,11.0,1.720034,37.11188,0.2295887
balance_backwards,steps (0-48),higher,female,11.083333,1.733299,37.22414,0.2278774
balance_backwards,steps (0-48),higher,female,11.166667,1.746566,37.33276,0.2261869
balance_backwards,steps (0-48),higher,female,11.25,1.759842,37.43784,0.2245176
balance_backwards,steps (0-48),higher,female,11.333333,1.773139,37.5395,0.2228694
balance_backwards,steps (0-48),higher,female,11.416667,1.78647,37.63785,0.2212426
balance_backwards,steps (0-48),higher,female,11.5,1.799846,37.73301,0.2196373
balance_backwards,steps (0-48),higher,female,11.583333,1.813277,37.82508,0.2180535
balance_backwards,steps (0-48),higher,female,11.666667,1.826773,37.91417,0.2164914
balance_backwards,steps (0-48),higher,female,11.75,1.84034,38.00036,0.2149509
balance_backwards,steps (0-48),higher,female,11.833333,1.853988,38.08375,0.2134323
balance_backwards,steps (0-48),higher,female,11.916667,1.867723,38.16443,0.2119355
balance_backwards,steps (0-48),higher,female,12.0,1.881553,38.24249,0.2104605
push_ups_40s,count in 40 s,higher,male,6.01,0.7000749,9.052732,0.3065662
push_ups_40s,count in 40 s,higher,male,6.083333,0.7044973,9.120914,0.3060603
push_ups_40s,count in 40 s,higher,male,6.166667,0.7095219,9.198385,0.3054854
push_ups_40s,count in 40 s,higher,male,6.25,0.7145444,9.275832,0.3049105
push_ups_40s,count in 40 s,higher,male,6.333333,0.719566,9.353217,0.3043354
push_ups_40s,count in 40 s,higher,male,6.416667,0.7245902,9.43049,0.30376
push_ups_40s,count in 40 s,higher,male,6.5,0.7296201,9.507591,0.303184
push_ups_40s,count in 40 s,higher,male,6.583333,0.7346542,9.584476,0.3026074
push_ups_40s,count in 40 s,higher,male,6.666667,0.7396816,9.661156,0.3020304
push_ups_40s,count in 40 s,higher,male,6.75,0.7446889,9.737637,0.3014536
push_ups_40s,count in 40 s,higher,male,6.833333,0.7496634,9.813923,0.3008775
push_ups_40s,count in 40 s,higher,male,6.916667,0.7545938,9.890026,0.3003022
push_ups_40s,count in 40 s,higher,male,7.0,0.7594701,9.965958,0.299728
push_ups_40s,count in 40 s,higher,male,7.083333,0.7642847,10.04171,0.2991556
push_ups_40s,count in 40 s,higher,male,7.166667,0.7690325,10.11723,0.298586
push_ups_40s,count in 40 s,higher,male,7.25,0.7737079,10.19247,0.2980204
push_ups_40s,count in 40 s,higher,male,7.333333,0.7783058,10.26741,0.2974597
push_ups_40s,count in 40 s,higher,male,7.416667,0.7828215,10.34202,0.296905
push_ups_40s,count in 40 s,higher,male,7.5,0.7872546,10.41628,0.2963576
push_ups_40s,count in 40 s,higher,male,7.583333,0.7916068,10.49016,0.2958188
push_ups_40s,count in 40 s,higher,male,7.666667,0.7958781,10.56358,0.2952899
push_ups_40s,count in 40 s,higher,male,7.75,0.8000658,10.63647,0.2947719
push_ups_40s,count in 40 s,higher,male,7.833333,0.8041741,10.70875,0.2942663
push_ups_40s,count in 40 s,higher,male,7.916667,0.8082141,10.78033,0.2937743
push_ups_40s,count in 40 s,higher,male,8.0,0.8121976,10.85113,0.2932974
push_ups_40s,count in 40 s,higher,male,8.083333,0.8161369,10.92105,0.2928361
push_ups_40s,count in 40 s,higher,male,8.166667,0.8200461,10.99,0.2923909
push_ups_40s,count in 40 s,higher,male,8.25,0.823939,11.05787,0.2919619
push_ups_40s,count in 40 s,higher,male,8.333333,0.8278295,11.12456,0.2915488
push_ups_40s,count in 40 s,higher,male,8.416667,0.8317316,11.18994,0.2911511
push_ups_40s,count in 40 s,higher,male,8.5,0.8356597,11.2539,0.290768
push_ups_40s,count in 40 s,higher,male,8.583333,0.8396272,11.31639,0.2903989
push_ups_40s,count in 40 s,higher,male,8.666667,0.843645,11.37735,0.2900431
push_ups_40s,count in 40 s,higher,male,8.75,0.8477234,11.43671,0.2896997
push_ups_40s,count in 40 s,higher,male,8.833333,0.8518732,11.49448,0.289368
push_ups_40s,count in 40 s,higher,male,8.916667,0.8561045,11.55062,0.2890472
push_ups_40s,count in 40 s,higher,male,9.0,0.8604257,11.60516,0.2887363
push_ups_40s,count in 40 s,higher,male,9.083333,0.864844,11.65811,0.2884344
push_ups_40s,count in 40 s,higher,male,9.166667,0.8693653,11.70953,0.288141
push_ups_40s,count in 40 s,higher,male,9.25,0.8739944,11.75945,0.287855
push_ups_40s,count in 40 s,higher,male,9.333333,0.878734,11.80791,0.2875754
push_ups_40s,count in 40 s,higher,male,9.416667,0.8835868,11.85492,0.2873009
push_ups_40s,count in 40 s,higher,male,9.5,0.8885548,11.90052,0.2870301
push_ups_40s,count in 40 s,higher,male,9.583333,0.8936403,11.94475,0.2867614
push_ups_40s,count in 40 s,higher,male,9.666667,0.8988444,11.98766,0.2864933
push_ups_40s,count in 40 s,higher,male,9.75,0.9041643,12.02931,0.2862241
push_ups_40s,count in 40 s,higher,male,9.833333,0.9095883,12.06979,0.2859526
push_ups_40s,count in 40 s,higher,male,9.916667,0.9151026,12.10915,0.2856772
push_ups_40s,count in 40 s,higher,male,10.0,0.9206941,12.14745,0.2853967
push_ups_40s,count in 40 s,higher,male,10.083333,0.9263501,12.18475,0.2851094
push_ups_40s,count in 40 s,higher,male,10.166667,0.932058,12.22112,0.2848136
push_ups_40s,count in 40 s,higher,male,10.25,0.937806,12.25661,0.2845075
push_ups_40s,count in 40 s,higher,male,10.333333,0.9435831,12.29129,0.284189
push_ups_40s,count in 40 s,higher,male,10.416667,0.9493777,12.32525,0.2838564
push_ups_40s,count in 40 s,higher,male,10.5,0.9551773,12.35856,0.2835076
push_ups_40s,count in 40 s,higher,male,10.583333,0.9609665,12.39126,0.283141
push_ups_40s,count in 40 s,higher,male,10.666667,0.9667292,12.42342,0.2827556
push_ups_40s,count in 40 s,higher,male,10.75,0.972447,12.45507,0.2823501
push_ups_40s,count in 40 s,higher,male,10.833333,0.9781004,12.4863,0.2819238
push_ups_40s,count in 40 s,higher,male,10.916667,0.9836653,12.51721,0.2814756
push_ups_40s,count in 40 s,higher,male,11.0,0.9891158,12.5479,0.2810048
push_ups_40s,count in 40 s,higher,male,11.083333,0.994424,12.57846,0.2805102
push_ups_40s,count in 40 s,higher,male,11.166667,0.999558,12.60898,0.2799909
push_ups_40s,count in 40 s,higher,male,11.25,1.004503,12.63958,0.2794464
push_ups_40s,count in 40 s,higher,male,11.333333,1.009266,12.67032,0.2788766
push_ups_40s,count in 40 s,higher,male,11.416667,1.013859,12.70126,0.2782823
push_ups_40s,count in 40 s,higher,male,11.5,1.018296,12.73243,0.2776643
push_ups_40s,count in 40 s,higher,male,11.583333,1.022584,12.76385,0.2770235
push_ups_40s,count in 40 s,higher,male,11.666667,1.026722,12.79556,0.276361
push_ups_40s,count in 40 s,higher,male,11.75,1.030702,12.82761,0.2756781
push_ups_40s,count in 40 s,higher,male,11.833333,1.034519,12.86005,0.2749757
push_ups_40s,count in 40 s,higher,male,11.916667,1.038161,12.89291,0.2742549
push_ups_40s,count in 40 s,higher,male,12.0,1.041617,12.92628,0.2735167
push_ups_40s,count in 40 s,higher,female,5.09,0.9131837,9.039901,0.2651609
push_ups_40s,count in 40 s,higher,female,5.166667,0.9109795,9.099292,0.2653015
push_ups_40s,count in 40 s,higher,female,5.25,0.9085836,9.163847,0.2654543
push_ups_40s,count in 40 s,higher,female,5.333333,0.9061877,9.2284,0.2656071
push_ups_40s,count in 40 s,higher,female,5.416667,0.9037918,9.292953,0.2657598
push_ups_40s,count in 40 s,higher,female,5.5,0.9013959,9.357505,0.2659125
push_ups_40s,count in 40 s,higher,female,5.583333,0.8989999,9.422054,0.2660651
push_ups_40s,count in 40 s,higher,female,5.666667,0.8966039,9.486602,0.2662175
push_ups_40s,count in 40 s,higher,female,5.75,0.8942079,9.551147,0.2663699
push_ups_40s,count in 40 s,higher,female,5.833333,0.8918118,9.615688,0.2665221
push_ups_40s,count in 40 s,higher,female,5.916667,0.8894157,9.680226,0.2666742
push_ups_40s,count in 40 s,higher,female,6.0,0.8870193,9.744758,0.2668261
push_ups_40s,count in 40 s,higher,female,6.083333,0.8846219,9.809278,0.2669776
push_ups_40s,count in 40 s,higher,female,6.166667,0.8822239,9.873767,0.2671286
push_ups_40s,count in 40 s,higher,female,6.25,0.8798249,9.938177,0.2672787
push_ups_40s,count in 40 s,higher,female,6.333333,0.8774222,10.00244,0.2674279
push_ups_40s,count in 40 s,higher,female,6.416667,0.8750134,10.06648,0.2675758
push_ups_40s,count in 40 s,higher,female,6.5,0.8725966,10.13021,0.2677222
push_ups_40s,count in 40 s,higher,female,6.583333,0.8701707,10.19357,0.2678669
push_ups_40s,count in 40 s,higher,female,6.666667,0.8677344,10.25646,0.2680095
push_ups_40s,count in 40 s,higher,female,6.75,0.8652856,10.31884,0.2681499
push_ups_40s,count in 40 s,higher,female,6.833333,0.8628209,10.38071,0.268288
push_ups_40s,count in 40 s,higher,female,6.916667,0.8603371,10.44207,0.2684239
push_ups_40s,count in 40 s,higher,female,7.0,0.8578315,10.50291,0.2685576
push_ups_40s,count in 40 s,higher,female,7.083333,0.8553001,10.56324,0.2686888
push_ups_40s,count in 40 s,higher,female,7.166667,0.8527353,10.62304,0.268817
push_ups_40s,count in 40 s,higher,female,7.25,0.850132,10.68232,0.2689416
push_ups_40s,count in 40 s,higher,female,7.333333,0.8474865,10.74108,0.269062
push_ups_40s,count in 40 s,higher,female,7.416667,0.8447924,10.79934,0.2691778
push_ups_40s,count in 40 s,higher,female,7.5,0.842042,10.8571,0.2692883
push_ups_40s,count in 40 s,higher,female,7.583333,0.8392242,10.91436,0.2693927
push_ups_40s,count in 40 s,higher,female,7.666667,0.8363267,10.97108,0.2694904
push_ups_40s,count in 40 s,higher,female,7.75,0.8333387,11.02726,0.2695806
push_ups_40s,count in 40 s,higher,female,7.833333,0.8302531,11.08288,0.2696629
push_ups_40s,count in 40 s,higher,female,7.916667,0.8270843,11.13793,0.2697378
push_ups_40s,count in 40 s,higher,female,8.0,0.8238569,11.19238,0.2698061
push_ups_40s,count in 40 s,higher,female,8.083333,0.8205954,11.24618,0.2698686
push_ups_40s,count in 40 s,higher,female,8.166667,0.8173245,11.29931,0.2699261
push_ups_40s,count in 40 s,higher,female,8.25,0.814067,11.35171,0.2699789
push_ups_40s,count in 40 s,higher,female,8.333333,0.8108445,11.40333,0.2700277
push_ups_40s,count in 40 s,higher,female,8.416667,0.8076783,11.45412,0.2700728
push_ups_40s,count in 40 s,higher,female,8.5,0.8045927,11.50404,0.2701147
push_ups_40s,count in 40 s,higher,female,8.583333,0.8016116,11.55306,0.2701539
push_ups_40s,count in 40 s,higher,female,8.666667,0.7987568,11.60112,0.2701907
push_ups_40s,count in 40 s,higher,female,8.75,0.7960489,11.64822,0.2702259
push_ups_40s,count in 40 s,higher,female,8.833333,0.7935026,11.69429,0.2702596
push_ups_40s,count in 40 s,higher,female,8.916667,0.791131,11.73926,0.2702923
push_ups_40s,count in 40 s,higher,female,9.0,0.7889484,11.78305,0.2703241
push_ups_40s,count in 40 s,higher,female,9.083333,0.7869678,11.82559,0.2703549
push_ups_40s,count in 40 s,higher,female,9.166667,0.7852,11.86675,0.2703843
push_ups_40s,count in 40 s,higher,female,9.25,0.7836544,11.90645,0.2704117
push_ups_40s,count in 40 s,higher,female,9.333333,0.7823383,11.94459,0.2704368
push_ups_40s,count in 40 s,higher,female,9.416667,0.7812555,11.98109,0.270459
push_ups_40s,count in 40 s,higher,female,9.5,0.7804114,12.0159,0.2704779
push_ups_40s,count in 40 s,higher,female,9.583333,0.7798128,12.04899,0.2704924
push_ups_40s,count in 40 s,higher,female,9.666667,0.779466,12.08033,0.2705018
push_ups_40s,count in 40 s,higher,female,9.75,0.7793775,12.10993,0.2705052
push_ups_40s,count in 40 s,higher,female,9.833333,0.7795547,12.13779,0.2705018
push_ups_40s,count in 40 s,higher,female,9.916667,0.7800046,12.16394,0.2704908
push_ups_40s,count in 40 s,higher,female,10.0,0.7807336,12.18841,0.2704714
push_ups_40s,count in 40 s,higher,female,10.083333,0.7817451,12.21121,0.2704428
push_ups_40s,count in 40 s,higher,female,10.166667,0.7830402,12.23235,0.2704042
push_ups_40s,count in 40 s,higher,female,10.25,0.7846215,12.25187,0.2703545
push_ups_40s,count in 40 s,higher,female,10.333333,0.7864904,12.2698,0.2702932
push_ups_40s,count in 40 s,higher,female,10.416667,0.7886481,12.28618,0.2702197
push_ups_40s,count in 40 s,higher,female,10.5,0.7910959,12.30109,0.2701334
push_ups_40s,count in 40 s,higher,female,10.583333,0.7938318,12.3146,0.2700338
push_ups_40s,count in 40 s,higher,female,10.666667,0.7968492,12.32678,0.2699203
push_ups_40s,count in 40 s,higher,female,10.75,0.8001366,12.33774,0.2697928
push_ups_40s,count in 40 s,higher,female,10.833333,0.803681,12.34759,0.269651
push_ups_40s,count in 40 s,higher,female,10.916667,0.8074704,12.35644,0.2694945
push_ups_40s,count in 40 s,higher,female,11.0,0.8114957,12.36439,0.269323
push_ups_40s,count in 40 s,higher,female,11.083333,0.8157459,12.37154,0.2691365
push_ups_40s,count in 40 s,higher,female,11.166667,0.8202067,12.37794,0.2689349
push_ups_40s,count in 40 s,higher,female,11.25,0.8248615,12.38367,0.2687185
push_ups_40s,count in 40 s,higher,female,11.333333,0.8296954,12.38877,0.2684872
push_ups_40s,count in 40 s,higher,female,11.416667,0.8346942,12.39331,0.2682414
push_ups_40s,count in 40 s,higher,female,11.5,0.8398448,12.39736,0.267981
push_ups_40s,count in 40 s,higher,female,11.583333,0.8451402,12.40095,0.2677063
push_ups_40s,count in 40 s,higher,female,11.666667,0.8505766,12.40413,0.2674179
push_ups_40s,count in 40 s,higher,female,11.75,0.8561535,12.40689,0.2671163
push_ups_40s,count in 40 s,higher,female,11.833333,0.8618708,12.40927,0.2668023
push_ups_40s,count in 40 s,higher,female,11.916667,0.8677262,12.41125,0.2664768
push_ups_40s,count in 40 s,higher,female,12.0,0.8737099,12.41284,0.2661406
`;
