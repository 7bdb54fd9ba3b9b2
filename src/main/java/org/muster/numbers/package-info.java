/**
 * Numbers as people type them: amounts with currencies, rates, days and percentages, read
 * by one rule. A form says before it is sent how a number is read.
 */
@ApplicationModule(displayName = "Numbers", allowedDependencies = { "forms", "money" })
@NullMarked
package org.muster.numbers;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
