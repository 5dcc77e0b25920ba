using Market.Payments.FireTests.Fixtures;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.FireTests;

/// <summary>How a real market keeps passwords.</summary>
public sealed class PasswordTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    [Theory]
    [InlineData(210_000, PasswordVerificationResult.Success)]
    [InlineData(100_000, PasswordVerificationResult.SuccessRehashNeeded)]
    public async Task One_that_was_kept_with_fewer_rounds_is_kept_anew(int rounds, PasswordVerificationResult expected)
    {
        const string Password = "A-Long-One-1!";
        var user = new User();
        var kept = new PasswordHasher<IUser>(Options.Create(new PasswordHasherOptions { IterationCount = rounds })).HashPassword(user, Password);

        var answer = await fixture.Market.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IPasswordHasher<IUser>>().VerifyHashedPassword(user, kept, Password)));

        Assert.Equal(expected, answer);
    }
}
