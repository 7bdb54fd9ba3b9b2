package org.muster;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

	@Test
	void modulesUseOnlyWhatTheyMayAndAreDrawnInTarget() {
		ApplicationModules modules = ApplicationModules.of(MusterApplication.class);
		modules.verify();
		new Documenter(modules).writeDocumentation();
	}

}
