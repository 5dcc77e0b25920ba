using System.Net;
using Market.Payments.FireTests.Fixtures;

namespace Market.Payments.FireTests.Servers;

/// <summary>Redis is lost while two servers run, and comes back empty: the books do not stand in it.</summary>
[Collection(TwoServersCollection.Name)]
public sealed class LostRedisTests(TwoServers servers)
{
    private const int Clerks = 3;

    [Fact]
    public async Task Postings_go_on_while_Redis_is_lost_and_everything_once_it_is_back()
    {
        var member = await servers.RegisterAsync("redis-lost");
        await using var here = new Till(servers.One, "lost here ");
        await using var there = new Till(servers.Other, "lost there ");
        await here.OpenAsync(Clerks);
        await there.OpenAsync(Clerks);
        await Task.WhenAll(here.AcknowledgeAsync(Clerks), there.AcknowledgeAsync(Clerks));

        await servers.Redis.LoseAsync();
        try
        {
            await MoreAsync(here, there);
            Assert.Equal(HttpStatusCode.OK, (await member.There.AskAsync("/my-account")).Status);
            using var coordinator = await servers.Other.SignInAsync("coordinator");
            Assert.Equal(HttpStatusCode.OK, (await coordinator.AskAsync(member.Account)).Status);
        }
        finally
        {
            // A server that starts meanwhile waits for it, and the other goes on alone.
            var starting = servers.One.RestartAsync();
            await there.AcknowledgeAsync(there.Acknowledged.Count + (3 * Clerks));
            await servers.Redis.ReturnAsync();
            await starting;
        }

        await MoreAsync(here, there);
        await Task.WhenAll(here.CloseAsync(), there.CloseAsync());

        // Who signed in before is signed in still, on both.
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await member.Here.AskAsync("/my-account")).Status, (await member.There.AskAsync("/my-account")).Status));
        TestContext.Current.TestOutputHelper?.WriteLine($"{here.Acknowledged.Count + there.Acknowledged.Count} payments; answers: {here.Answers}; {there.Answers}.");
        await Tills.StandAsync(servers.One, here, there);
    }

    private static Task MoreAsync(Till here, Till there) =>
        Task.WhenAll(here.AcknowledgeAsync(here.Acknowledged.Count + (3 * Clerks)), there.AcknowledgeAsync(there.Acknowledged.Count + (3 * Clerks)));
}
