using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Counter.Tests;

/// <summary>Who is given which rights of market day.</summary>
public abstract class RoleTests(SiteFixture fixture) : Scenario(fixture)
{
    private static readonly string[] Rights =
        [CounterRights.UseCounter, CounterRights.ManageDrawers, CounterRights.CloseDistributions, CounterRights.ReopenDistributions, PaymentsRights.ViewBalances, PaymentsRights.RecordPayments];

    [Theory]
    [InlineData(MarketRoles.Volunteer, CounterRights.UseCounter)]
    [InlineData(
        MarketRoles.Coordinator,
        CounterRights.UseCounter, CounterRights.ManageDrawers, CounterRights.CloseDistributions, PaymentsRights.ViewBalances, PaymentsRights.RecordPayments)]
    public async Task A_role_has_its_rights_and_no_others(string role, params string[] rights)
    {
        var page = await (await Fixture.AdminAsync()).GetAsync("/Admin/Roles/Edit/" + role);

        Assert.Equal(rights, Rights.Where(right => page.One($"[name='Checkbox.{right}']").HasAttribute("checked")));
    }
}

[Collection(SqliteSite.Name)]
public sealed class RolesOnSqlite(SqliteSite site) : RoleTests(site);

[Collection(PostgresSite.Name)]
public sealed class RolesOnPostgres(PostgresSite site) : RoleTests(site);
