using Market.Payments.FireTests.Fixtures;
using MarketSite.Web;
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

    // Orchard's sign-in asks twice about one that is right.
    [Fact]
    public async Task One_that_was_verified_is_not_verified_again_in_the_same_request()
    {
        var (user, hasher) = (new User(), new CountingHasher());
        var once = new VerifiedOnce(hasher);

        Assert.Equal(PasswordVerificationResult.Success, once.VerifyHashedPassword(user, "kept", "right"));
        Assert.Equal(PasswordVerificationResult.Success, once.VerifyHashedPassword(user, "kept", "right"));
        Assert.Equal(1, hasher.Verified);
        Assert.Equal(PasswordVerificationResult.Failed, once.VerifyHashedPassword(user, "kept", "wrong"));
        Assert.Equal(PasswordVerificationResult.Failed, once.VerifyHashedPassword(user, "another", "right"));

        var ofTheSite = await fixture.Market.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IPasswordHasher<IUser>>()));
        Assert.IsType<VerifiedOnce>(ofTheSite);
    }

    private sealed class CountingHasher : IPasswordHasher<IUser>
    {
        public int Verified { get; private set; }

        public string HashPassword(IUser user, string password) => throw new NotSupportedException();

        public PasswordVerificationResult VerifyHashedPassword(IUser user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return (hashedPassword, providedPassword) == ("kept", "right") ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
        }
    }
}
