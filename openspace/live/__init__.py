"""News only goes out here: sockets (connect → rooms), publish (beat, since), fan-out (bytes to sockets)."""
