package org.muster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** No result depends on the zone in which the server runs. */
class ServerZoneTest {

	private static final JavaClasses PORTAL = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.muster");

	@Test
	void nobodyAsksForTheZoneOfTheServer() {
		noClasses().should()
			.callMethod(ZoneId.class, "systemDefault")
			.orShould()
			.callMethod(TimeZone.class, "getDefault")
			.orShould()
			.callMethod(Calendar.class, "getInstance")
			.orShould()
			.callMethod(Clock.class, "systemDefaultZone")
			.check(PORTAL);
	}

	@Test
	void todayComesFromTheClock() {
		noClasses().should()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(ZonedDateTime.class, "now")
			.orShould()
			.callMethod(YearMonth.class, "now")
			.orShould()
			.callConstructor(Date.class)
			.check(PORTAL);
	}

	@Test
	void nowComesFromTheClock() {
		noClasses().that()
			.doNotHaveFullyQualifiedName("org.muster.demo.DemoClock")
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(PORTAL);
	}

	/** They take the zone of the server on their way to the database. */
	@Test
	void columnsHoldTimesInUtcAndDatesWithoutAZone() {
		noClasses().should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.sql.Timestamp")
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.sql.Date")
			.check(PORTAL);
	}

}
