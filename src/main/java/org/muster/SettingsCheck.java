package org.muster;

import java.util.List;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Stops the start before anything is made or written where a setting is wrong. */
class SettingsCheck implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		List<String> wrong = Settings.wrong(environment);
		if (!wrong.isEmpty()) {
			throw new WrongSettings(wrong);
		}
		new DatabaseCheck(environment).problem().ifPresent((problem) -> {
			throw new WrongSettings(List.of(problem));
		});
	}

	/** What {@link DatabaseChoice} has chosen is known. */
	@Override
	public int getOrder() {
		return DatabaseChoice.ORDER + 1;
	}

}
