/**
 * What is left of a person's weeks: absences as values, the free half days of each week,
 * and the day from which the person can start, for how many days a week. Nothing here is
 * stored: consultants keep the absences, and everybody who asks when a person is free
 * depends on this module, which knows only the calendar.
 */
@ApplicationModule(displayName = "Availability", allowedDependencies = { "calendar" })
@NullMarked
package org.muster.availability;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
