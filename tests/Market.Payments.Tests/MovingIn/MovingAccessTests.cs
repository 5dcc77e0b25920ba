using System.Net;
using Market.Payments.Tests.Fixtures;
using static Market.Payments.Tests.Fixtures.Access;

namespace Market.Payments.Tests.MovingIn;

/// <summary>Who may move a market in: by default administrators alone.</summary>
[Collection(SqliteSite.Name)]
public sealed class MovingAccessTests(SqliteSite site) : MovingScenario(site)
{
    // The answers are those of: nobody signed in, a member, the coordinator, the administrator.
    private static readonly (string Path, string[] Answers)[] Pages =
    [
        ("/Admin/payments/moving-in", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/moving-in/{file}/columns", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/moving-in/{file}/preview", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/moving-in/{nobody}/columns", [Login, Forbidden, Forbidden, Missing]),
        ("/Admin/payments/moving-in/{nobody}/preview", [Login, Forbidden, Forbidden, Missing]),
        ("/Admin/payments/moved-in/{run}", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/moved-in/{nobody}", [Login, Forbidden, Forbidden, Missing]),
        ("/welcome/{nobody}", [Missing, Missing, Missing, Missing]),
    ];

    // Each is sent with a good token and otherwise empty.
    private static readonly (string Path, string[] Answers)[] Forms =
    [
        ("/Admin/payments/moving-in", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/moving-in/{file}/columns", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/moving-in/{file}/preview", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/moving-in/{file}/delete", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/moving-in/{nobody}/columns", [Login, Forbidden, Forbidden, Missing]),
        ("/Admin/payments/moving-in/{nobody}/preview", [Login, Forbidden, Forbidden, Missing]),
        ("/Admin/payments/moving-in/{nobody}/delete", [Login, Forbidden, Forbidden, Missing]),
        ("/Admin/payments/moved-in/{run}/reverse", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/moved-in/{run}/welcome", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/moved-in/{nobody}/reverse", [Login, Forbidden, Forbidden, Missing]),
        ("/Admin/payments/moved-in/{nobody}/welcome", [Login, Forbidden, Forbidden, Missing]),
        ("/welcome/{nobody}", [Missing, Missing, Missing, Missing]),
    ];

    [Fact]
    public async Task Every_page_and_form_is_for_whom_it_is()
    {
        var admin = await Fixture.AdminAsync();
        var name = NewName("access");
        var run = (await MoveAsync(admin, await PreviewAsync(admin, $"name;balance\n{name};1\n"))).Address.Segments[^1];
        var file = (await BringAsync(admin, $"name;balance\n{NewName("waits")};1\n")).Address.Segments[^2].Trim('/');
        string Fill(string path) => path
            .Replace("{file}", file, StringComparison.Ordinal)
            .Replace("{run}", run, StringComparison.Ordinal)
            .Replace("{nobody}", UnknownId, StringComparison.Ordinal);

        for (var role = 0; role < 4; role++)
        {
            using var browser = await BrowserAsync(role);
            foreach (var (path, answers) in Pages)
            {
                Assert.Equal((path, role, answers[role]), (path, role, Kind(await browser.AskAsync(Fill(path)))));
            }

            foreach (var (path, answers) in Forms)
            {
                var bare = await browser.PostAsync(Fill(path), ("reason", "No token"), ("shown", "1:1:100:0:0"));
                Assert.True(bare.Status is HttpStatusCode.BadRequest || (answers[role] is Login or Forbidden && Kind(bare) == answers[role]), $"{path} without a token: {Kind(bare)}");
                Assert.Equal((path, role, answers[role]), (path, role, Kind(await browser.SendAsync(await browser.BareFormAsync(Fill(path), TokenPages[role])))));
            }
        }

        Assert.Equal([100], (await StatementAsync(await FindAccountAsync(name))).Select(line => line.MinorUnits));
    }
}
