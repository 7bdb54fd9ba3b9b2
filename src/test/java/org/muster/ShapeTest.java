package org.muster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What keeps the code readable. The exceptions are what has not been cut yet: a test
 * fails as well when one of them is not needed any more.
 */
class ShapeTest {

	private static final int MOST_LINES = 300;

	private static final int MOST_PARAMETERS = 7;

	private static final Set<String> LONG = Set.of("AllProposals", "Consultant", "DemoWorld", "DraftForm", "Drafting",
			"Interview", "NameInText", "Proposal", "ProposalLine", "ProposalRevision", "PublicHolidays", "Scoring",
			"SeatReader", "Segment", "SheetExport", "StaffingRequest", "StartFinder", "Teams", "Traces");

	private static final Set<String> MANY_PARAMETERS = Set.of("Comparisons", "ConsultantController",
			"ConsultantRegistration", "CountedLines", "CounterController", "CvIntake", "DaysController", "DemoWorld",
			"DraftPage", "Drafting", "DraftingController", "Expiry", "Invitations", "Mails", "MatchController",
			"Meetings", "Organisation", "PoolController", "PoolExportController", "ProfileDraftController",
			"ProfilePartsController", "ProposalPage", "ProposalRevision", "RequestPageController", "Review",
			"SendingController");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.muster");

	@Test
	void noTwoTypesShareASimpleName() {
		Map<String, Set<String>> byName = new TreeMap<>();
		CLASSES.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.forEach((type) -> byName.computeIfAbsent(type.getSimpleName(), (name) -> new TreeSet<>())
				.add(type.getPackageName()));
		byName.values().removeIf((packages) -> packages.size() == 1);
		assertThat(byName).isEmpty();
	}

	@Test
	void noFileIsLongerThanThreeHundredLines() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			Set<String> tooLong = new TreeSet<>();
			for (Path file : files.filter((one) -> one.toString().endsWith(".java")).toList()) {
				if (Files.readAllLines(file).size() > MOST_LINES) {
					tooLong.add(file.getFileName().toString().replace(".java", ""));
				}
			}
			assertThat(tooLong).containsExactlyInAnyOrderElementsOf(LONG);
		}
	}

	/** Records of forms and rows of lists have as many components as they have values. */
	@Test
	void noConstructorHasMoreThanSevenParameters() {
		List<String> tooMany = CLASSES.stream()
			.filter((type) -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass())
			.filter((type) -> type.getConstructors()
				.stream()
				.anyMatch((one) -> one.getRawParameterTypes().size() > MOST_PARAMETERS))
			.map(JavaClass::getSimpleName)
			.toList();
		assertThat(tooMany).containsExactlyInAnyOrderElementsOf(MANY_PARAMETERS);
	}

}
