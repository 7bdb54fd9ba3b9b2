package org.muster.skills;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import org.mockito.Mockito;
import org.muster.operations.SharedVersions;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Taxonomies without a database. */
public final class Taxonomies {

	private Taxonomies() {
	}

	/** The one that every installation begins with, with ids in the order of the file. */
	public static Taxonomy ofTheFile() {
		List<Skill> all = new ArrayList<>();
		Skills skills = (Skills) Proxy.newProxyInstance(Skills.class.getClassLoader(), new Class<?>[] { Skills.class },
				(proxy, method, args) -> switch (method.getName()) {
					case "save" -> {
						Skill skill = (Skill) args[0];
						all.add(skill);
						ReflectionTestUtils.setField(skill, "id", (long) all.size());
						yield skill;
					}
					case "findAllWithSynonyms", "findAllWithImplied" -> List.copyOf(all);
					case "flush" -> null;
					default -> throw new UnsupportedOperationException(method.getName());
				});
		new TaxonomyFile(skills, Mockito.mock(Taxonomy.class)).run(new DefaultApplicationArguments());
		return new Taxonomy(skills, new TransactionTemplate(Mockito.mock(PlatformTransactionManager.class)),
				Mockito.mock(SharedVersions.class), (event) -> {
				});
	}

	/** A reader of the skills of a taxonomy. */
	public static SkillReader reader(Taxonomy taxonomy) {
		return new SkillReader(taxonomy);
	}

}
