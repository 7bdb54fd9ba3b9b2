package org.muster.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to go, and as whom. */
@Component
@Profile("demo")
class DemoBanner {

	private static final Logger log = LoggerFactory.getLogger(DemoBanner.class);

	private final Environment environment;

	DemoBanner(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void say() {
		log.info("""


				Muster's demo runs at http://localhost:{}

				  member@northwind.example     a member of a client
				  approver@northwind.example   an approver of the same client
				  member@contoso.example       a member of another client
				  manager@muster.example       an account manager
				  admin@muster.example         an administrator

				  password of all: {}
				""", this.environment.getProperty("local.server.port", "8080"), DemoAccounts.PASSWORD);
	}

}
