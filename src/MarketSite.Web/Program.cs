using MarketSite.Web;

var builder = WebApplication.CreateBuilder(args);
var serves = args is not ["verify"];

PublicAddress? address = null;
string? whereToSet = null;
var isReady = Logins.TryPrepare(builder.Configuration, builder.Environment, out var logins, out var whatToSet);
isReady &= !serves || PublicAddress.TryPrepare(builder.Configuration, builder.Environment, out address, out whereToSet);
if (!isReady)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, new[] { whatToSet, whereToSet }.OfType<string>()));
    return 1;
}

builder.Services.AddSingleton(logins!);
if (address is not null)
{
    builder.Services.AddSingleton(address);
    builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
}

builder.Services.AddOrchardCms().AddSetupFeatures("OrchardCore.AutoSetup").AddSeveralServers(builder.Configuration);

var app = builder.Build();

if (!serves)
{
    return await VerifyCommand.RunAsync(app.Services);
}

app.UseMiddleware<SecurityHeaders>();

// The process answers: asked by machines that know no host name, and nothing else is looked at. Not by health checks, which are the tenants'.
app.Map("/health/live", life => life.Run(context => context.Response.WriteAsync("Healthy")));

if (address is not null)
{
    app.UsePublicAddress(address);
    app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
}

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Error");
}

app.UseStaticFiles();
app.UseOrchardCore();
app.Lifetime.ApplicationStarted.Register(() => logins!.Announce(address is null ? app.Urls : [address.Text]));

await app.RunAsync();
return 0;
