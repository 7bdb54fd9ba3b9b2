package org.muster;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.audit.Viewer;

import org.springframework.data.repository.Repository;

import static org.assertj.core.api.Assertions.assertThat;

/** What belongs to one organisation is handed out to a viewer only. */
class ViewerTest {

	/** These hand nothing out. */
	private static final Set<String> BLIND = Set.of("save", "count");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.muster");

	@Test
	void whatIsOneOrganisationsIsReadByOtherModulesWithAViewerOnly() {
		Map<String, Set<String>> open = CLASSES.stream()
			.filter((type) -> type.isAssignableTo(Repository.class) && type.getModifiers().contains(JavaModifier.PUBLIC)
					&& isOneOrganisations(type))
			.collect(Collectors.toMap(JavaClass::getSimpleName, ViewerTest::withoutViewer));
		assertThat(open).containsOnlyKeys("Engagements", "Interviews", "Proposals", "Requests")
			.allSatisfy((name, methods) -> assertThat(methods).as(name).isEmpty());
	}

	@Test
	void onlyTheConsultancyAndMusterSeeMoreThanOneOrganisation() {
		Viewer client = new Viewer.Client(7);
		Viewer consultant = new Viewer.Consultant(7);
		assertThat(client.maySee(7)).isTrue();
		assertThat(consultant.maySee(7)).isFalse();
		assertThat(Stream.of(client, consultant, Viewer.staff(), Viewer.muster()).filter((one) -> one.maySee(8)))
			.containsExactly(Viewer.staff(), Viewer.muster());
	}

	@Test
	void noQueryTakesAnOrganisationThatMayBeMissing() {
		assertThat(CLASSES.stream()
			.filter((type) -> type.isAssignableTo(Repository.class))
			.flatMap((type) -> type.getMethods().stream())
			.flatMap((method) -> method.getParameters().stream())
			.filter((parameter) -> parameter.getRawType().isEquivalentTo(Long.class))
			.map((parameter) -> parameter.getOwner().getFullName())).isEmpty();
	}

	private static Set<String> withoutViewer(JavaClass repository) {
		return repository.getMethods()
			.stream()
			.filter((method) -> method.getModifiers().contains(JavaModifier.PUBLIC) && !BLIND.contains(method.getName())
					&& !method.getName().startsWith("exists"))
			.filter((method) -> method.getRawParameterTypes()
				.stream()
				.noneMatch((type) -> type.isAssignableTo(Viewer.class) || type.isEquivalentTo(CurrentUser.class)))
			.map(JavaMethod::getName)
			.collect(Collectors.toSet());
	}

	private static boolean isOneOrganisations(JavaClass repository) {
		return entity(repository).tryGetField("organisationId").isPresent();
	}

	/** The aggregate, as the declaration of the repository names it. */
	private static JavaClass entity(JavaClass repository) {
		return repository.getInterfaces()
			.stream()
			.filter(JavaParameterizedType.class::isInstance)
			.map((type) -> ((JavaParameterizedType) type).getActualTypeArguments().get(0).toErasure())
			.filter((type) -> type.isAnnotatedWith(Entity.class))
			.findAny()
			.orElseThrow();
	}

}
