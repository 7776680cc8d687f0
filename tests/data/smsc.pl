#!/usr/bin/perl
# An SMSC for tests, on Net::SMPP (Debian libnet-smpp-perl). Prints `port N`, then a line for each thing that happens.
# What it does with a message, by the last digit of its destination:
#   0  refuses it (ESME_RINVDSTADR)    8  says once that it is too fast (ESME_RTHROTTLED), then delivers
#   7  closes the link once unanswered, then delivers    9  accepts it, then gives it up (EXPIRED)    else delivers
use strict;
use warnings;
use Net::SMPP;

$SIG{PIPE} = 'IGNORE';
$| = 1;
my $listener = Net::SMPP->new_listen('127.0.0.1', port => 0, timeout => 60) or die "listen: $!";
print 'port ', $listener->sockport, "\n";
my (%seen, $last_id);
while (my $link = $listener->accept) {
    while (my $pdu = $link->read_pdu) {
        my $seq = $pdu->{seq};
        if ($pdu->{cmd} == Net::SMPP::CMD_bind_transceiver || $pdu->{cmd} == Net::SMPP::CMD_bind_transmitter) {
            my $status = $pdu->{password} eq 'secret' ? 0 : 0x0E;
            my $kind = $pdu->{cmd} == Net::SMPP::CMD_bind_transceiver ? 'transceiver' : 'transmitter';
            printf "bind %s %s version=%#x status=%#x\n", $kind, $pdu->{system_id}, $pdu->{interface_version}, $status;
            $kind eq 'transceiver'
                ? $link->bind_transceiver_resp(system_id => 'smsc', status => $status, seq => $seq)
                : $link->bind_transmitter_resp(system_id => 'smsc', status => $status, seq => $seq);
            $link->enquire_link(async => 1) if !$status;
        } elsif ($pdu->{cmd} == Net::SMPP::CMD_submit_sm) {
            my $to = $pdu->{destination_addr};
            my ($kind) = $to =~ /(.)$/;
            my $extra = join '', map { sprintf ' %04x=%s', $_, unpack 'H*', $pdu->{$_} } sort { $a <=> $b } grep { /^\d+$/ } keys %$pdu;
            printf "submit to=%s/%d/%d from=%s/%d/%d service=%s esm_class=%#x data_coding=%d receipt=%d data=%s%s\n",
                $to, $pdu->{dest_addr_ton}, $pdu->{dest_addr_npi}, $pdu->{source_addr}, $pdu->{source_addr_ton},
                $pdu->{source_addr_npi}, $pdu->{service_type}, $pdu->{esm_class}, $pdu->{data_coding},
                $pdu->{registered_delivery}, unpack('H*', $pdu->{short_message}), $extra;
            my $first = !$seen{$to}++;
            if ($kind eq '0') {
                $link->submit_sm_resp(message_id => '', status => 0x0B, seq => $seq);
            } elsif ($kind eq '8' && $first) {
                $link->submit_sm_resp(message_id => '', status => 0x58, seq => $seq);
            } elsif ($kind eq '7' && $first) {
                last;
            } else {
                my $id = ++$last_id;
                $link->submit_sm_resp(message_id => sprintf('%X', $id + 0xA0), seq => $seq);
                next if !($pdu->{registered_delivery} & 1);
                my $state = $kind eq '9' ? 'EXPIRED' : 'DELIVRD';
                my $text = sprintf 'id:%d sub:001 dlvrd:001 submit date:2611251200 done date:2611251200 stat:%s err:000 text:', $id + 0xA0, $state;
                $link->deliver_sm(source_addr => $to, destination_addr => '1234', esm_class => 0x04, short_message => $text, async => 1);
            }
        } elsif ($pdu->{cmd} == Net::SMPP::CMD_enquire_link) {
            $link->enquire_link_resp(seq => $seq);
        } elsif ($pdu->{cmd} == Net::SMPP::CMD_enquire_link_resp) {
            print "alive\n";
        } elsif ($pdu->{cmd} == Net::SMPP::CMD_deliver_sm_resp) {
            printf "taken status=%d\n", $pdu->{status};
        } elsif ($pdu->{cmd} == Net::SMPP::CMD_unbind) {
            $link->unbind_resp(seq => $seq);
            print "unbind\n";
            last;
        } else {
            printf "strange %#x\n", $pdu->{cmd};
        }
    }
    print "closed\n";
    close $link;
}
