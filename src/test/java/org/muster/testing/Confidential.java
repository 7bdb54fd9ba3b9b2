package org.muster.testing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;

/**
 * What is the consultancy's own, and the ways by which a template could come to it: from
 * what a model holds, by whatever public methods return.
 */
public final class Confidential {

	/** These know rates that are paid, whose offers take a person's days, or notes. */
	private static final Set<String> TYPES = Stream
		.of("consultants.Consultant", "consultants.Candidate", "consultants.Rate", "consultants.Consultant$Rates",
				"consultants.DatedRates", "consultants.RatesOverTime", "availability.AbsenceRow", "matching.Match",
				"matching.StaffMatch", "profiles.Note", "profiles.Project", "proposals.LinePay", "proposals.Margins",
				"proposals.CompetingOffer")
		.map((name) -> "org.muster." + name)
		.collect(Collectors.toUnmodifiableSet());

	private static final String NAMES = "(pay|margin|customer)([A-Z].*)?";

	/** What a client would pay people of its own, by its own assumptions. */
	private static final String CLIENTS_OWN = "org.muster.comparison.";

	private static final JavaClasses PORTAL = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.muster");

	private Confidential() {
	}

	/** The ways that start from what a page was given. */
	public static Set<String> waysFrom(Map<String, Object> model) {
		return waysFrom(types(model).map(Class::getName).filter(PORTAL::contain).distinct().toArray(String[]::new));
	}

	/** The ways that start from types of some names. */
	public static Set<String> waysFrom(String... names) {
		Map<String, String> ways = new HashMap<>();
		Deque<String> open = new ArrayDeque<>();
		Set<String> found = new TreeSet<>();
		Arrays.stream(names).forEach((name) -> {
			ways.put(name, PORTAL.get(name).getSimpleName());
			open.add(name);
			if (TYPES.contains(name)) {
				found.add(name);
			}
		});
		while (!open.isEmpty()) {
			String name = open.remove();
			for (JavaMethod method : PORTAL.get(name).getAllMethods()) {
				String way = ways.get(name) + "." + method.getName();
				if (!isOpen(method)) {
					continue;
				}
				if (method.getName().matches(NAMES) && !name.startsWith(CLIENTS_OWN)) {
					found.add(way);
				}
				for (JavaClass next : method.getReturnType().getAllInvolvedRawTypes()) {
					if (TYPES.contains(next.getName())) {
						found.add(way);
					}
					else if (PORTAL.contain(next.getName()) && ways.putIfAbsent(next.getName(), way) == null) {
						open.add(next.getName());
					}
				}
			}
		}
		return found;
	}

	/** Templates call public methods. */
	private static boolean isOpen(JavaMethod method) {
		return method.getOwner().getName().startsWith("org.muster.")
				&& method.getModifiers().contains(JavaModifier.PUBLIC)
				&& !method.getModifiers().contains(JavaModifier.STATIC)
				&& !method.getModifiers().contains(JavaModifier.SYNTHETIC);
	}

	private static Stream<Class<?>> types(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return Stream.concat(map.keySet().stream(), map.values().stream()).flatMap(Confidential::types);
		}
		if (value instanceof Collection<?> several) {
			return several.stream().flatMap(Confidential::types);
		}
		if (value instanceof Page<?> page) {
			return page.getContent().stream().flatMap(Confidential::types);
		}
		if (value instanceof Optional<?> one) {
			return one.stream().flatMap(Confidential::types);
		}
		return (value != null) ? Stream.of(value.getClass()) : Stream.empty();
	}

}
