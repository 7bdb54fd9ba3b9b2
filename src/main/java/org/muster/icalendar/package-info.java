/**
 * Calendars of other programs (iCalendar, RFC 5545): what a file takes of a person's
 * days, what a later file changes of it, and the file that others read of us. It stores
 * nothing and knows no consultant: whoever keeps absences depends on it and gives them as
 * {@link org.muster.icalendar.KnownAbsence}.
 */
@ApplicationModule(displayName = "iCalendar", allowedDependencies = { "availability", "calendar" })
@NullMarked
package org.muster.icalendar;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
