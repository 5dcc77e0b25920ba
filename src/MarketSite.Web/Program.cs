using MarketSite.Web;

var builder = WebApplication.CreateBuilder(args);

if (!Logins.TryPrepare(builder.Configuration, builder.Environment, out var logins, out var whatToSet))
{
    await Console.Error.WriteLineAsync(whatToSet);
    return 1;
}

builder.Services.AddSingleton(logins);
builder.Services.AddOrchardCms().AddSetupFeatures("OrchardCore.AutoSetup");

var app = builder.Build();

if (args is ["verify"])
{
    return await VerifyCommand.RunAsync(app.Services);
}

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Error");
}

app.UseStaticFiles();
app.UseOrchardCore();
app.Lifetime.ApplicationStarted.Register(() => logins.Announce(app.Urls));

await app.RunAsync();
return 0;
