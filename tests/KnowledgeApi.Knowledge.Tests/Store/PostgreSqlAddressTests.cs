using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.PostgreSql;

namespace KnowledgeApi.Knowledge.Tests.Store;

public sealed class PostgreSqlAddressTests
{
    [Theory]
    [InlineData("postgresql://user:pass@host:5433/base", true)]
    [InlineData("postgres://host/base", true)]
    [InlineData("Host=host;Database=base", true)]
    [InlineData("Username=user;Password=secret;Host=host;Database=base", true)]
    [InlineData("Database=base; host = host", true)]
    [InlineData("jdbc:postgresql://host/base", true)]
    [InlineData("postgres+ssl://user:secret@host/base", true)]
    [InlineData("postgresql:/user:secret@host/base", true)]
    [InlineData("postgresql//user:secret@host/base", true)]
    [InlineData("user:secret@host/base", true)]
    [InlineData("u:secret@host/base", true)]
    [InlineData("mysql://user:secret@host/base", true)]
    [InlineData("host=host password=secret", true)]
    [InlineData("PGPASSWORD=secret", true)]
    [InlineData("data", false)]
    [InlineData("/var/lib/postgresql", false)]
    [InlineData(@"C:\data", false)]
    [InlineData(@"C:\data@home", false)]
    [InlineData("data@home", false)]
    [InlineData("postgres", false)]
    [InlineData("/data/day=1", false)]
    public void It_is_told_from_a_folder(string setting, bool isAddress) => PostgreSqlAddress.IsAddress(setting).ShouldBe(isAddress);

    [Theory]
    [InlineData("postgresql://user:secret@host:5433/base", "host:5433/base")]
    [InlineData("postgresql://user:secret@host/base", "host:5432/base")]
    [InlineData("postgresql://user@host", "host:5432/user")]
    [InlineData("postgresql://us%40er:se%2Fcret@one:5433,two:5434/base?target_session_attrs=any", "one:5433,two:5434/base")]
    [InlineData("postgresql://user:secret@[::1]:5433/base", "[::1]:5433/base")]
    [InlineData("postgres://user@host/base?sslmode=verify-full&connect_timeout=3&application_name=it&target_session_attrs=prefer-standby", "host:5432/base")]
    [InlineData("postgresql://user:se@cret@host/base", "host:5432/base")]
    [InlineData("postgresql://user:se:cret@host/base", "host:5432/base")]
    [InlineData("postgresql://%2Fvar%2Frun%2Fpostgresql/base", "/var/run/postgresql/base")]
    [InlineData("Host=one,two;Port=5433;Username=user;Password=secret;Database=base", "one:5433,two:5433/base")]
    [InlineData(" Password=secret;Username=user;Database=base;Host=host", "host:5432/base")]
    [InlineData("Host=::1;Database=base", "::1/base")]
    public void Messages_name_hosts_and_database_and_no_password(string setting, string location)
    {
        var address = PostgreSqlAddress.Parse(setting);

        address.Location.ShouldBe(location);
    }

    [Theory]
    [InlineData("postgresql:///base")]
    [InlineData("postgresql://user:secret@host:port/base")]
    [InlineData("postgresql://user:secret@host/base?nonsense=1")]
    [InlineData("Host=host;Nonsense=secret")]
    [InlineData("Host=")]
    [InlineData("jdbc:postgresql://host/base?user=user&password=secret")]
    [InlineData("postgres+ssl://user:secret@host/base")]
    [InlineData("postgresql:/user:secret@host/base")]
    [InlineData("mysql://user:secret@host/base")]
    [InlineData("user:secret@host/base")]
    [InlineData("host=host user=user password=secret dbname=base")]
    [InlineData("password=secret host=host dbname=base")]
    [InlineData("Host=host;Username=user password=secret;Database=base")]
    [InlineData("Host=host;Database=base,Password=secret")]
    [InlineData("postgresql://user:12/secret@host/base")]
    [InlineData("postgresql://user:12?secret@host/base")]
    [InlineData("postgresql://user:12/sec@ret/secret@host/base")]
    [InlineData("postgresql://user:secret/base")]
    [InlineData("postgresql://user:secret:5432/base")]
    [InlineData("postgresql://user:secret,host/base")]
    [InlineData("postgresql://host/base;password=secret")]
    public void What_cannot_be_read_is_refused_without_being_repeated(string setting)
    {
        var fault = Should.Throw<StoreException>(() => PostgreSqlAddress.Parse(setting));

        fault.Message.ShouldNotContain("secret");
        fault.InnerException.ShouldBeNull();
    }

    [Fact]
    public void Of_several_servers_the_primary_is_written_to_and_any_is_read()
    {
        var address = PostgreSqlAddress.Parse("postgresql://user@one,two/base?load_balance_hosts=true");

        address.Writing.ShouldContain("Target Session Attributes=primary");
        address.Looking.ShouldContain("Target Session Attributes=prefer-primary");
        address.Reading("schema").ShouldNotContain("primary");
        address.Reading("schema").ShouldContain("Load Balance Hosts=True");
    }

    [Fact]
    public void Who_reads_cannot_write_and_sees_one_schema()
    {
        var reading = PostgreSqlAddress.Parse("postgresql://user@host/base").Reading("schema");

        reading.ShouldContain("default_transaction_read_only=on");
        reading.ShouldContain("Search Path=schema");
    }
}
