using System.Text;
using Market.Stall;

Console.OutputEncoding = Encoding.UTF8;
return await StallCommand.RunAsync(args, Console.Out, Console.Error);
