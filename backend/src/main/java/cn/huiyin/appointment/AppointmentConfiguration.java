package cn.huiyin.appointment;

import cn.huiyin.appointment.domain.NeedWords;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.appointment.store.ServiceRows;
import cn.huiyin.privacy.SealedColumn;
import cn.huiyin.privacy.SealedColumn.Table;
import cn.huiyin.privacy.spi.SealedRows;
import cn.huiyin.snapshot.Snapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

    @Bean
    Snapshot<Services> appointmentServices(ServiceRows rows) {
        return new Snapshot<>("the services that can be booked", rows.version(), rows.read());
    }

    /** For a change of keys. */
    @Bean
    SealedRows saidWithAppointments(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table("visit_appointment", "sealed", "no", "visit_appointment.no = anew.id", Said::context));
    }

    @Bean
    NeedWords needWords() {
        return NeedWords.read();
    }
}
